// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/figuresbetween.h"

namespace relaydesk {

Result<Figures> figuresBetween(const EventStore &events, const QDateTime &from, const QDateTime &to) {
    auto found =
        events.events({.kinds = {EventKind::Verdict, EventKind::Feedback, EventKind::Resolved, EventKind::Returned,
                                 EventKind::Reopened, EventKind::Learned, EventKind::RolledBack},
                       .conversation = {},
                       .from = from,
                       .to = to});
    RELAYDESK_TRY(found);
    if (to.isValid()) {
        // What customers said later about an answer of the period counts for it.
        const auto later = events.events({.kinds = {EventKind::Feedback}, .conversation = {}, .from = to, .to = {}});
        RELAYDESK_TRY(later);
        *found += *later;
    }
    return countFigures(*found);
}

QJsonObject figuresJson(const Figures &figures) {
    return {{QStringLiteral("total_queries"), figures.totalQueries},
            {QStringLiteral("ai_resolved"), figures.aiResolved},
            {QStringLiteral("ai_confirmed"), figures.aiConfirmed},
            {QStringLiteral("human_resolved"), figures.humanResolved},
            {QStringLiteral("learning_events"), figures.learningEvents},
            {QStringLiteral("roll_backs"), figures.rollBacks}};
}

} // namespace relaydesk
