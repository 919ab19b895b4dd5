// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/suggestions.h"

namespace relaydesk {

namespace {

//! The newest event of the ticket's that holds `key`.
Result<std::optional<Event>> newest(const EventStore &events, const Ticket &ticket, QLatin1String key) {
    const auto suggested = events.events(
        {.kinds = {EventKind::Suggested}, .conversation = ticket.conversation, .from = ticket.openedAt, .to = {}});
    RELAYDESK_TRY(suggested);
    for (auto event = suggested->crbegin(); event != suggested->crend(); ++event) {
        if (event->ticket == ticket.id && event->data.contains(key))
            return std::optional(*event);
    }
    return std::optional<Event>();
}

} // namespace

Result<std::optional<Event>> suggestedReply(const EventStore &events, const Ticket &ticket) {
    return newest(events, ticket, QLatin1String("draft"));
}

Result<QString> summaryWriter(const EventStore &events, const Ticket &ticket) {
    return newest(events, ticket, QLatin1String("summary")).map([&](const std::optional<Event> &event) {
        const bool stands = event && event->data.value(QLatin1String("summary")).toString() == ticket.summary;
        return stands ? event->data.value(QLatin1String("model")).toString() : QString();
    });
}

} // namespace relaydesk
