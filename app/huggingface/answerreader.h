// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts the answer together from the bytes of a successful response, an event stream or one JSON object.
#pragma once
#include "app/huggingface/chatprotocol.h"
#include "app/huggingface/eventstream.h"
#include "app/huggingface/modeltrouble.h"
#include "app/huggingface/tokenmask.h"
#include <QtCore/QStringList>
#include <tl/expected.hpp>

namespace relaydesk {

class AnswerReader {
  public:
    struct Limits {
        qsizetype streamBytes = 1024 * 1024;
        qsizetype textBytes = 256 * 1024; //!< of the answer, as UTF-8
    };

    AnswerReader(Limits limits, const QString &token);

    //! True for `text/event-stream`. Else everything is kept until the end and read as one object.
    void setEventStream(bool yes) { m_isEventStream = yes; }

    //! The further pieces of text that these bytes bring.
    QStringList push(const QByteArray &bytes);
    //! Nothing that could still come would be read: [DONE] came, or something went wrong.
    bool isOver() const { return m_isDone || m_trouble; }
    //! Anything of an answer was seen, thinking included.
    bool hasBegun() const { return m_hasBegun; }
    //! The server said that the text is complete.
    bool isComplete() const { return m_isDone || !m_reply.finishReason.isEmpty(); }

    //! At the end of the bytes: the last pieces of text. Call once.
    QStringList finish();
    //! After `finish`. A stream is whole when a finish_reason or [DONE] came, whatever the network says of its end:
    //! Qt does not always tell a cut one. The reply's times are left for the caller.
    tl::expected<ModelReply, ModelTrouble> answer() const;

  private:
    void take(const ChatPiece &piece, QStringList &texts);
    void takeEvents(const QVector<ServerEvent> &events, QStringList &texts);
    void takeEvent(const ServerEvent &event, QStringList &texts);
    void takeWhole(QStringList &texts);
    void show(const QString &text, QStringList &texts);
    void fail(Trouble what, const QString &said = {});

    Limits m_limits;
    TokenMask m_mask;
    EventStream m_stream;
    ModelReply m_reply;
    QByteArray m_body;
    qsizetype m_received = 0;
    qsizetype m_textBytes = 0;
    std::optional<ModelTrouble> m_trouble;
    bool m_isEventStream = false;
    bool m_isDone = false;
    bool m_hasBegun = false;
    bool m_hadEvents = false;
};

} // namespace relaydesk
