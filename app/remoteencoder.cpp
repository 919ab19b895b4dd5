// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/remoteencoder.h"
#include "app/matching/encoderknown.h"
#include "models/desk/redaction.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>

namespace relaydesk {

namespace {

using Vectors = std::vector<std::vector<float>>;

constexpr EmbeddingLine::Patience forKnowledge{60'000, 4};
constexpr EmbeddingLine::Patience forArticle{10'000, 1};
constexpr EmbeddingLine::Patience forQuestion{2'500, 1};
constexpr qsizetype textsAtOnce = 32;
const QString prefix = QStringLiteral("remote:");

QString tr(const char *text) { return QCoreApplication::translate("RemoteEncoder", text); }

QString lengthKey(const QString &name) { return QStringLiteral("vector length of ") + name; }

} // namespace

QString remoteChoice(const QString &model) { return prefix + model; }

QString remoteModel(const QString &choice) { return choice.startsWith(prefix) ? choice.mid(prefix.size()) : QString(); }

QString remoteIdentity(const QString &model, const QString &host) { return model + u'@' + host; }

RemoteEncoder::RemoteEncoder(const QString &model, std::shared_ptr<EmbeddingLine> line, int dimensions, Mood mood)
    : m_model(model)
    , m_host(line->host())
    , m_line(std::move(line))
    , m_dimensions(dimensions)
    , m_mood(mood) {}

Result<std::unique_ptr<RemoteEncoder>> RemoteEncoder::open(const QString &model,
                                                           const std::shared_ptr<EmbeddingLine> &line) {
    std::unique_ptr<RemoteEncoder> opened(new RemoteEncoder(model, line, 0, Mood::Patient));
    const auto probe = opened->ask({QStringLiteral("ready")}, forKnowledge);
    RELAYDESK_TRY(probe);
    opened->m_dimensions = int(probe->front().size());
    return opened;
}

std::unique_ptr<RemoteEncoder> RemoteEncoder::reopened(const QString &model, const std::shared_ptr<EmbeddingLine> &line,
                                                       const DerivedStore &store) {
    const int length = store.state(lengthKey(remoteIdentity(model, line->host()))).value_or(QByteArray()).toInt();
    return length > 0 ? std::unique_ptr<RemoteEncoder>(new RemoteEncoder(model, line, length, Mood::Starting))
                      : nullptr;
}

Result<void> RemoteEncoder::remember(DerivedStore &store) const {
    return store.saveState(lengthKey(name()), QByteArray::number(m_dimensions));
}

QString RemoteEncoder::name() const { return remoteIdentity(m_model, m_host); }

Result<Vectors> RemoteEncoder::ask(const QStringList &texts, EmbeddingLine::Patience patience) const {
    QStringList sent;
    for (const QString &text : texts)
        sent += knownPrefix(m_model) + Redaction().redacted(text);
    auto vectors = m_line->embed(m_model, sent, patience);
    if (vectors && m_dimensions > 0 && vectors->front().size() != static_cast<size_t>(m_dimensions))
        return failure(ErrorKind::Unavailable, tr("The model's vectors have another length than before."));
    return vectors;
}

std::vector<float> RemoteEncoder::encode(const QString &text) const {
    return askAll({text}, [this] { return m_mood == Mood::Patient ? forKnowledge : forQuestion; }).front();
}

Vectors RemoteEncoder::encodeAll(const QStringList &texts) const {
    return askAll(texts, [this]() -> std::optional<EmbeddingLine::Patience> {
        if (m_mood == Mood::Starting)
            return std::nullopt;
        return m_mood == Mood::Patient ? forKnowledge : forArticle;
    });
}

Vectors RemoteEncoder::encodeQuestion(const QStringList &texts) const {
    const QDeadlineTimer until(forQuestion.wholeMs);
    return askAll(texts, [&until] { return EmbeddingLine::Patience{int(until.remainingTime()), forQuestion.tries}; });
}

Vectors RemoteEncoder::askAll(const QStringList &texts,
                              const std::function<std::optional<EmbeddingLine::Patience>()> &patienceNow) const {
    Vectors all(static_cast<size_t>(texts.size()));
    for (qsizetype from = 0; from < texts.size(); from += textsAtOnce) {
        const auto patience = patienceNow();
        if (!patience || !trouble().isEmpty())
            break;
        auto vectors = ask(texts.mid(from, textsAtOnce), *patience);
        if (!vectors) {
            const QMutexLocker lock(&m_mutex);
            m_trouble = vectors.error().sentence;
            break;
        }
        std::move(vectors->begin(), vectors->end(), all.begin() + from);
    }
    return all;
}

QString RemoteEncoder::trouble() const {
    if (m_line->host() != m_host)
        return tr("Another server was chosen for the language model.");
    const QMutexLocker lock(&m_mutex);
    return m_trouble;
}

} // namespace relaydesk
