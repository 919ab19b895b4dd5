// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/turnwaiter.h"
#include "models/desk/eventdata.h"
#include <QtCore/QEventLoop>

namespace relaydesk {

Result<void> sayAndWait(Desk &desk, ConversationId conversation, const QString &text) {
    std::optional<Failure> trouble;
    const auto connection =
        QObject::connect(&desk, &Desk::failed, &desk, [&](const Failure &failure) { trouble = failure; });
    const auto said = desk.receive(conversation, text);
    QEventLoop loop;
    QObject::connect(&desk, &Desk::conversationChanged, &loop, &QEventLoop::quit);
    QObject::connect(&desk, &Desk::failed, &loop, &QEventLoop::quit);
    while (said && !trouble && desk.isAnswering(conversation))
        loop.exec();
    QObject::disconnect(connection);
    RELAYDESK_TRY(said);
    if (trouble)
        return tl::unexpected<Failure>(*trouble);
    return {};
}

Result<std::optional<std::pair<EventId, Verdict>>> lastVerdict(const EventStore &events, ConversationId conversation) {
    const auto verdicts =
        events.events({.kinds = {EventKind::Verdict}, .conversation = conversation, .from = {}, .to = {}});
    RELAYDESK_TRY(verdicts);
    if (verdicts->isEmpty())
        return std::optional<std::pair<EventId, Verdict>>{};
    return std::optional(std::pair(verdicts->last().id, verdictFromJson(verdicts->last().data)));
}

} // namespace relaydesk
