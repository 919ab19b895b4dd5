// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/judgedanswers.h"
#include "models/desk/eventdata.h"
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

std::optional<Feedback> feedbackIn(const Event &event) {
    return fromKey<Feedback>(event.data.value(QLatin1String("outcome")).toString());
}

EventId verdictIn(const Event &event) { return EventId{event.data.value(QLatin1String("verdict")).toInteger()}; }

bool isAudit(Feedback feedback) { return feedback == Feedback::AuditGood || feedback == Feedback::AuditBad; }

//! How much of an answer was right, as somebody found out: 1 or 0, and of a changed draft what stayed of it.
std::optional<double> shareRight(const Event &event) {
    const auto feedback = feedbackIn(event);
    if (!feedback)
        return std::nullopt;
    if (*feedback == Feedback::AgentEdited)
        return event.data.value(QLatin1String("stayed")).toDouble();
    return verified(*feedback);
}

//! The last word on each verdict, in the order in which the words fell.
struct Judgements {
    QHash<EventId, Event> byVerdict;
    QVector<EventId> order; //!< newest last
};

Judgements judgementsIn(const QVector<Event> &events, EventId last) {
    Judgements found;
    for (const Event &event : events) {
        if (event.id > last || !shareRight(event))
            continue;
        const EventId verdict = verdictIn(event);
        const auto earlier = found.byVerdict.constFind(verdict);
        if (earlier != found.byVerdict.constEnd() && isAudit(*feedbackIn(*earlier)) && !isAudit(*feedbackIn(event)))
            continue;
        found.order.removeOne(verdict);
        found.order.append(verdict);
        found.byVerdict.insert(verdict, event);
    }
    return found;
}

//! Of the newest `most` judged verdicts those that `isMeant`.
Result<QVector<JudgedAnswer>> judged(const EventStore &events, EventId last, int most,
                                     bool (*isMeant)(const Verdict &)) {
    // Not every word is a verified one: twice as many are enough.
    const auto said =
        events.events({.kinds = {EventKind::Feedback}, .conversation = {}, .from = {}, .to = {}, .newest = 2 * most});
    RELAYDESK_TRY(said);
    const Judgements judgements = judgementsIn(*said, last);
    QVector<JudgedAnswer> answers;
    for (const EventId id : judgements.order.mid(std::max<qsizetype>(0, judgements.order.size() - most))) {
        const auto event = events.event(id);
        RELAYDESK_TRY(event);
        const Verdict verdict = verdictFromJson(event->data);
        if (!isMeant(verdict))
            continue;
        const Event &word = judgements.byVerdict[id];
        const double share = *shareRight(word);
        answers += {id, verdict.confidence, verdict.features, share >= 1, share, isVolunteered(*feedbackIn(word))};
    }
    return answers;
}

} // namespace

Result<OutcomeCount> outcomesSince(const EventStore &events, const QDateTime &from, EventId after) {
    const auto said =
        events.events({.kinds = {EventKind::Feedback}, .conversation = {}, .from = from, .to = {}, .newest = 0});
    RELAYDESK_TRY(said);
    OutcomeCount count{0, after};
    QSet<EventId> answers; // who changes their mind has not seen another outcome
    for (const Event &event : *said) {
        const auto feedback = feedbackIn(event);
        if (event.id <= after || !feedback || !verified(*feedback))
            continue;
        answers.insert(verdictIn(event));
        count.last = std::max(count.last, event.id);
    }
    count.outcomes = int(answers.size());
    return count;
}

Result<QVector<JudgedAnswer>> judgedAnswers(const EventStore &events, EventId last, int most) {
    return judged(events, last, most, [](const Verdict &verdict) {
        return !verdict.written && !verdict.picked && !verdict.features.isEmpty(); // the matcher's own offer
    });
}

Result<QVector<JudgedAnswer>> judgedDrafts(const EventStore &events, EventId last, int most) {
    return judged(events, last, most, [](const Verdict &verdict) { return verdict.written; });
}

Result<RecentVerdicts> recentVerdicts(const EventStore &events, EventId last, const QDateTime &to, int most) {
    const auto verdicts = events.events({.kinds = {EventKind::Verdict},
                                         .conversation = {},
                                         .from = {},
                                         .to = to.isValid() ? to.addMSecs(1) : QDateTime(),
                                         .newest = 2 * most}); // ties, picks and written answers are among them
    RELAYDESK_TRY(verdicts);
    RecentVerdicts recent;
    for (const Event &event : *verdicts) {
        const Verdict verdict = verdictFromJson(event.data);
        if (event.id > last || verdict.written || verdict.picked || verdict.features.isEmpty())
            continue;
        if (verdict.answer)
            recent.answered += event.id;
        const bool isKeptBack = verdict.handoff && (verdict.handoff->category == HandoffCategory::Ambiguous ||
                                                    verdict.handoff->category == HandoffCategory::MissingKnowledge);
        if (!isKeptBack)
            recent.candidates += {event.id, verdict.confidence, verdict.features};
    }
    recent.candidates = recent.candidates.mid(std::max<qsizetype>(0, recent.candidates.size() - most));
    recent.answered = recent.answered.mid(std::max<qsizetype>(0, recent.answered.size() - most));
    return recent;
}

} // namespace relaydesk
