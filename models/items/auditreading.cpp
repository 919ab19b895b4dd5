// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/auditreading.h"
#include "models/desk/eventdata.h"
#include "models/domain/feedback.h"
#include <QtCore/QSet>

namespace relaydesk {

namespace {

constexpr int drawnLookedAt = 500; //!< what was drawn before those and not judged is left

EventId verdictIn(const Event &event) { return EventId{event.data.value(QLatin1String("verdict")).toInteger()}; }

Result<QSet<EventId>> audited(const EventStore &events, const QDateTime &from) {
    const auto said = events.events({.kinds = {EventKind::Feedback}, .conversation = {}, .from = from, .to = {}});
    RELAYDESK_TRY(said);
    QSet<EventId> judged;
    for (const Event &event : *said) {
        const auto feedback = fromKey<Feedback>(event.data.value(QLatin1String("outcome")).toString());
        if (feedback == Feedback::AuditGood || feedback == Feedback::AuditBad)
            judged.insert(verdictIn(event));
    }
    return judged;
}

} // namespace

Result<QVector<AuditRow>> readAudits(const EventStore &events, int most) {
    const auto drawn = events.events(
        {.kinds = {EventKind::Sampled}, .conversation = {}, .from = {}, .to = {}, .newest = drawnLookedAt});
    RELAYDESK_TRY(drawn);
    QVector<AuditRow> rows;
    if (drawn->isEmpty())
        return rows;
    const auto judged = audited(events, drawn->first().at);
    RELAYDESK_TRY(judged);
    for (const Event &event : *drawn) {
        if (rows.size() >= most)
            break;
        if (judged->contains(verdictIn(event)))
            continue;
        const auto stored = events.event(verdictIn(event));
        RELAYDESK_TRY(stored);
        const Verdict verdict = verdictFromJson(stored->data);
        rows += {stored->id, verdict.question, verdict.answer.value_or(QString()),
                 verdict.written || verdict.sources.isEmpty() ? QString() : verdict.sources.first().title};
    }
    return rows;
}

} // namespace relaydesk
