// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/remoteencoder.h"
#include "app/matching/encoderknown.h"
#include "models/desk/redaction.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QtEndian>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

using Vectors = std::vector<std::vector<float>>;

constexpr EmbeddingLine::Patience forKnowledge{60'000, 4};
constexpr EmbeddingLine::Patience forArticle{10'000, 1};
constexpr EmbeddingLine::Patience forQuestion{2'500, 1};
constexpr qsizetype textsAtOnce = 32;
const QString prefix = QStringLiteral("remote:");

QString tr(const char *text) { return QCoreApplication::translate("RemoteEncoder", text); }

QString middleKey(const QString &name) { return QStringLiteral("middle of the vectors of ") + name; }

//! Of what people write to a desk, one about each matter. Changed sentences need a new number in remoteIdentity().
const QStringList fixedSentences{
    QStringLiteral("How do I change my address?"), QStringLiteral("The parcel has not arrived."),
    QStringLiteral("Where do I find my invoice?"), QStringLiteral("I would like to cancel."),
    QStringLiteral("The app closes by itself."),   QStringLiteral("Do you ship abroad?"),
    QStringLiteral("Can I pay by card?"),          QStringLiteral("My device does not turn on."),
    QStringLiteral("Thank you for your help."),    QStringLiteral("What are your opening hours?"),
    QStringLiteral("I forgot my password."),       QStringLiteral("Is there a discount for students?"),
    QStringLiteral("The colour is wrong."),        QStringLiteral("How long is the warranty?"),
    QStringLiteral("Please call me back."),        QStringLiteral("The page shows an error.")};

std::vector<float> meanOf(const Vectors &vectors) {
    std::vector<float> mean(vectors.front().size());
    for (const std::vector<float> &vector : vectors) {
        for (size_t i = 0; i < mean.size(); ++i)
            mean[i] += vector[i] / float(vectors.size());
    }
    return mean;
}

//! Of length one again; all zeros where nothing is left.
void takeOff(const std::vector<float> &middle, std::vector<float> &vector) {
    double square = 0;
    for (size_t i = 0; i < vector.size(); ++i) {
        vector[i] -= middle[i];
        square += double(vector[i]) * vector[i];
    }
    const double length = std::sqrt(square);
    for (float &value : vector)
        value = length > 1e-6 ? float(value / length) : 0.0F;
}

} // namespace

QString remoteChoice(const QString &model) { return prefix + model; }

QString remoteModel(const QString &choice) { return choice.startsWith(prefix) ? choice.mid(prefix.size()) : QString(); }

QString remoteIdentity(const QString &model, const QString &host) { return model + u'@' + host + QStringLiteral("#1"); }

RemoteEncoder::RemoteEncoder(const QString &model, std::shared_ptr<EmbeddingLine> line, std::vector<float> middle,
                             Mood mood)
    : m_model(model)
    , m_host(line->host())
    , m_line(std::move(line))
    , m_middle(std::move(middle))
    , m_mood(mood) {}

Result<std::unique_ptr<RemoteEncoder>> RemoteEncoder::open(const QString &model,
                                                           const std::shared_ptr<EmbeddingLine> &line) {
    std::unique_ptr<RemoteEncoder> opened(new RemoteEncoder(model, line, {}, Mood::Patient));
    const auto fixed = opened->ask(fixedSentences, forKnowledge);
    RELAYDESK_TRY(fixed);
    opened->m_middle = meanOf(*fixed);
    return opened;
}

std::unique_ptr<RemoteEncoder> RemoteEncoder::reopened(const QString &model, const std::shared_ptr<EmbeddingLine> &line,
                                                       const DerivedStore &store) {
    const QByteArray bytes = store.state(middleKey(remoteIdentity(model, line->host()))).value_or(QByteArray());
    std::vector<float> middle(size_t(bytes.size()) / sizeof(float));
    qFromLittleEndian<float>(bytes.constData(), qsizetype(middle.size()), middle.data());
    const bool isSound =
        !middle.empty() && std::all_of(middle.begin(), middle.end(), [](float value) { return std::isfinite(value); });
    return isSound ? std::unique_ptr<RemoteEncoder>(new RemoteEncoder(model, line, std::move(middle), Mood::Starting))
                   : nullptr;
}

Result<void> RemoteEncoder::remember(DerivedStore &store) const {
    QByteArray bytes(qsizetype(m_middle.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(m_middle.data(), qsizetype(m_middle.size()), bytes.data());
    return store.saveState(middleKey(name()), bytes);
}

QString RemoteEncoder::name() const { return remoteIdentity(m_model, m_host); }

Result<Vectors> RemoteEncoder::ask(const QStringList &texts, EmbeddingLine::Patience patience) const {
    QStringList sent;
    for (const QString &text : texts)
        sent += knownPrefix(m_model) + Redaction().redacted(text);
    auto vectors = m_line->embed(m_model, sent, patience);
    if (!vectors || m_middle.empty())
        return vectors;
    if (vectors->front().size() != m_middle.size())
        return failure(ErrorKind::Unavailable, tr("The model's vectors have another length than before."));
    for (std::vector<float> &vector : *vectors)
        takeOff(m_middle, vector);
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
