// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/answerreader.h"
namespace relaydesk {

AnswerReader::AnswerReader(Limits limits, const QString &token) : m_limits(limits), m_mask(token) {}

QStringList AnswerReader::push(const QByteArray &bytes) {
    QStringList texts;
    if (isOver())
        return texts;
    m_received += bytes.size();
    if (m_received > m_limits.streamBytes) {
        fail(Trouble::TooLong);
        return texts;
    }
    if (!m_hadEvents)
        m_body += bytes;
    if (!m_isEventStream) {
        m_hasBegun = m_hasBegun || !bytes.isEmpty();
        return texts;
    }
    takeEvents(m_stream.push(bytes), texts);
    return texts;
}

QStringList AnswerReader::finish() {
    QStringList texts;
    // Some servers name the type wrongly: what reads as events is events.
    if (!m_isEventStream && !isOver() && !isPlainAnswer(m_body))
        takeEvents(m_stream.push(QByteArray(m_body)), texts);
    const QVector<ServerEvent> last = m_stream.finish();
    if (!last.isEmpty() && (chatPiece(last.front().data) || last.front().data.trimmed() == "[DONE]"))
        takeEvents(last, texts); // else it is cut
    if (!isOver() && !m_hadEvents)
        takeWhole(texts);
    show(m_mask.rest(), texts);
    return texts;
}

tl::expected<ModelReply, ModelTrouble> AnswerReader::answer() const {
    if (m_trouble)
        return tl::unexpected<ModelTrouble>(*m_trouble);
    if (!isComplete())
        return tl::unexpected<ModelTrouble>(troubled(m_hasBegun ? Trouble::Cut : Trouble::ClosedEarly));
    ModelReply reply = m_reply;
    reply.text = reply.text.trimmed();
    if (reply.text.isEmpty()) {
        const bool ranOut = reply.finishReason == u"length";
        return tl::unexpected<ModelTrouble>(troubled(ranOut ? Trouble::EmptyAtLimit : Trouble::Empty));
    }
    return reply;
}

void AnswerReader::takeEvents(const QVector<ServerEvent> &events, QStringList &texts) {
    for (const ServerEvent &event : events) {
        if (isOver())
            return;
        takeEvent(event, texts);
    }
}

void AnswerReader::takeEvent(const ServerEvent &event, QStringList &texts) {
    m_hadEvents = true;
    m_body.clear();
    if (event.data.trimmed() == "[DONE]") {
        m_isDone = true;
        return;
    }
    if (event.name == "error") {
        fail(Trouble::StreamError, errorBody(event.data).message);
        return;
    }
    if (const auto piece = chatPiece(event.data))
        take(*piece, texts);
    else if (!isComplete())
        fail(Trouble::NotAChat);
}

void AnswerReader::take(const ChatPiece &piece, QStringList &texts) {
    if (piece.error) {
        fail(Trouble::StreamError, *piece.error);
        return;
    }
    m_textBytes += piece.text.toUtf8().size();
    if (m_textBytes > m_limits.textBytes) {
        fail(Trouble::TooLong);
        return;
    }
    m_hasBegun = m_hasBegun || piece.thinking || !piece.text.isEmpty();
    if (m_reply.model.isEmpty())
        m_reply.model = m_mask.masked(piece.model);
    if (!piece.finishReason.isEmpty())
        m_reply.finishReason = m_mask.masked(piece.finishReason);
    m_reply.promptTokens = qMax(m_reply.promptTokens, piece.promptTokens);
    m_reply.completionTokens = qMax(m_reply.completionTokens, piece.completionTokens);
    show(m_mask.shown(piece.text), texts);
}

void AnswerReader::takeWhole(QStringList &texts) {
    const QByteArray body = m_body.trimmed();
    if (isPlainAnswer(body)) {
        take(*chatPiece(body), texts);
        m_isDone = true;
    } else if (body.startsWith('<')) {
        fail(Trouble::WebPage);
    } else if (body.isEmpty()) {
        m_isDone = !m_isEventStream;
    } else if (!m_isEventStream) {
        fail(isCutObject(body) ? Trouble::Cut : Trouble::NotAChat);
    }
}

void AnswerReader::show(const QString &text, QStringList &texts) {
    if (text.isEmpty())
        return;
    m_reply.text += text;
    texts += text;
}

void AnswerReader::fail(Trouble what, const QString &said) { m_trouble = troubled(what, said); }

} // namespace relaydesk
