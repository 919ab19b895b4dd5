// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/statusreading.h"
#include "models/analytics/figures.h"

namespace relaydesk {

Result<DeskStatus> readStatus(const Stores &stores, const QDate &today) {
    DeskStatus status;
    const auto articles = stores.articles.count(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    status.articles = *articles;
    const auto events = stores.events.events({.kinds = {EventKind::Verdict, EventKind::Feedback},
                                              .conversation = {},
                                              .from = today.startOfDay().toUTC(),
                                              .to = {}});
    RELAYDESK_TRY(events);
    const Figures figures = countFigures(*events);
    status.questionsToday = figures.totalQueries;
    status.answeredToday = figures.aiResolved;
    return status;
}

} // namespace relaydesk
