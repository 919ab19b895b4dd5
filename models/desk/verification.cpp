// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/verification.h"
#include "models/desk/customerintent.h"
#include "models/desk/eventdata.h"
#include "models/desk/learner.h"
#include "models/desk/suggestions.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>
#include <algorithm>

namespace relaydesk {

namespace {

bool isAudit(Feedback feedback) { return feedback == Feedback::AuditGood || feedback == Feedback::AuditBad; }

//! And not only about whether it was the right one to offer.
bool isAboutAnAnswer(Feedback feedback) {
    return isVolunteered(feedback) || isAudit(feedback) || feedback == Feedback::AgentSame;
}

bool isOfAnotherSource(Feedback feedback) {
    return feedback == Feedback::OtherSourceRight || feedback == Feedback::OtherSourceWrong;
}

Result<QVector<Event>> feedbackOn(const EventStore &events, const Event &verdict) {
    auto said = events.events({.kinds = {EventKind::Feedback},
                               .conversation = verdict.conversation,
                               .from = verdict.at,
                               .to = {},
                               .newest = 0});
    if (said)
        said->removeIf([&](const Event &event) {
            return event.data.value(QLatin1String("verdict")).toInteger() != verdict.id.value;
        });
    return said;
}

std::optional<Feedback> feedbackIn(const Event &event) {
    return fromKey<Feedback>(event.data.value(QLatin1String("outcome")).toString());
}

} // namespace

bool isDrawn(const QString &session, EventId verdict, double share) {
    const QByteArray name = session.toUtf8() + ' ' + QByteArray::number(verdict.value);
    const QByteArray digest = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
    return qFromBigEndian<quint32>(digest.constData()) < share * 4294967296.0;
}

//! A record is about an answer that a customer got, and each such answer counts once. One that an agent sent as it
//! stands is among them: customers complain of an answer sooner than they praise it, and a record of their words alone
//! would sink.
Result<bool> Verification::countsForRecord(const Event &verdict, Feedback feedback) const {
    if (!isAboutAnAnswer(feedback) || !verdict.article.isValid() || verdictFromJson(verdict.data).written)
        return false;
    const auto said = feedbackOn(m_journal.stores().events, verdict);
    RELAYDESK_TRY(said);
    for (const Event &event : *said) {
        const auto earlier = feedbackIn(event);
        if (earlier && isAboutAnAnswer(*earlier))
            return false;
    }
    return true;
}

Result<void> Verification::judge(EventId id, Feedback feedback, AgentId agent, std::optional<double> stayed) {
    const auto verdict = m_journal.stores().events.event(id);
    RELAYDESK_TRY(verdict);
    const auto counts = countsForRecord(*verdict, feedback);
    RELAYDESK_TRY(counts);
    QJsonObject data{{QStringLiteral("verdict"), id.value}, {QStringLiteral("outcome"), keyOf(feedback)}};
    if (stayed)
        data.insert(QStringLiteral("stayed"), *stayed);
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Feedback,
                                 .conversation = verdict->conversation,
                                 .agent = agent,
                                 .article = verdict->article,
                                 .data = data}));
    if (const auto right = verified(feedback)) {
        if (*counts) {
            RELAYDESK_TRY(m_journal.stores().articles.recordOutcome(verdict->article, *right));
            m_journal.afterwards(
                [this, article = verdict->article, good = *right] { m_knowledge.noteOutcome(article, good); });
        }
        refitAfterwards();
    }
    return {};
}

void Verification::refitAfterwards() {
    m_journal.afterwards([this] {
        if (const auto done = m_calibration.refitIfDue(); !done)
            emit failed(done.error());
    });
}

Result<void> Verification::judgeResolution(const Ticket &ticket, const QString &sent) {
    if (sent.isEmpty())
        return {};
    if (ticket.verdict.isValid()) {
        const auto event = m_journal.stores().events.event(ticket.verdict);
        RELAYDESK_TRY(event);
        RELAYDESK_TRY(judgeOffer(ticket, *event, sent));
    }
    const auto suggested = suggestedReply(m_journal.stores().events, ticket);
    RELAYDESK_TRY(suggested);
    return *suggested ? judgeOffer(ticket, **suggested, sent) : Result<void>{};
}

Result<void> Verification::judgeOffer(const Ticket &ticket, const Event &event, const QString &sent) {
    const Verdict verdict = verdictFromJson(event.data);
    const bool isStoredOffer = verdict.article.isValid() && !verdict.features.isEmpty() &&
                               intentOf(verdict.question, false) == Intent::Question;
    if (!verdict.isHandoff() || verdict.draft.isEmpty() || !(verdict.written || isStoredOffer))
        return {};
    auto said = feedbackOn(m_journal.stores().events, event);
    RELAYDESK_TRY(said);
    said->removeIf([](const Event &one) {
        const auto feedback = feedbackIn(one);
        return feedback && isOfAnotherSource(*feedback);
    });
    if (!said->isEmpty())
        return {}; // reopened and resolved again, or the agent has said so: the first word is the verdict
    const auto kin = kinshipOf(verdict.draft, sent);
    if (kin != Kinship::Changed)
        return judge(event.id, kin == Kinship::Same ? Feedback::AgentSame : Feedback::AgentOther, ticket.agent);
    if (!verdict.written)
        return {}; // the right article with other words, or another one with similar words: nobody said which
    return judge(event.id, Feedback::AgentEdited, ticket.agent, likeness(verdict.draft, sent));
}

Result<void> Verification::draw(const Conversation &conversation, EventId verdict, double share) {
    if (!isDrawn(conversation.session, verdict, share))
        return {};
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Sampled,
                                 .conversation = conversation.id,
                                 .data = {{QStringLiteral("verdict"), verdict.value}}}));
    return {};
}

Result<void> Verification::audit(EventId id, AgentId agent, bool right) {
    const auto event = m_journal.stores().events.event(id);
    RELAYDESK_TRY(event);
    if (event->kind != EventKind::Verdict || !verdictFromJson(event->data).answer)
        return failure(ErrorKind::Invalid, tr("Only an answer of the assistant can be audited. Nothing was changed."));
    const auto said = feedbackOn(m_journal.stores().events, *event);
    RELAYDESK_TRY(said);
    for (const Event &one : *said) {
        const auto earlier = feedbackIn(one);
        if (earlier && isAudit(*earlier))
            return failure(ErrorKind::Conflict, tr("This answer was audited already. Nothing was changed."));
    }
    return judge(id, right ? Feedback::AuditGood : Feedback::AuditBad, agent);
}

//! Of the stored answer that was looked at first it is a verified outcome; of the others only a remark.
Result<void> Verification::judgeSource(EventId id, ArticleId source, AgentId agent, bool right) {
    const auto event = m_journal.stores().events.event(id);
    RELAYDESK_TRY(event);
    const Verdict verdict = verdictFromJson(event->data);
    const bool isKnown = std::any_of(verdict.sources.begin(), verdict.sources.end(),
                                     [&](const Source &one) { return one.article == source; });
    if (event->kind != EventKind::Verdict || !verdict.isHandoff() || !isKnown)
        return failure(ErrorKind::Invalid,
                       tr("The assistant did not look at this article for this question. Nothing was written down."));
    if (source == verdict.article && !verdict.written && !verdict.features.isEmpty())
        return judge(id, right ? Feedback::SourceRight : Feedback::SourceWrong, agent);
    const QString outcome = keyOf(right ? Feedback::OtherSourceRight : Feedback::OtherSourceWrong);
    RELAYDESK_TRY(
        m_journal.log({.kind = EventKind::Feedback,
                       .conversation = event->conversation,
                       .agent = agent,
                       .article = source,
                       .data = {{QStringLiteral("verdict"), id.value}, {QStringLiteral("outcome"), outcome}}}));
    return {};
}

} // namespace relaydesk
