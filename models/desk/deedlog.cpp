// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/deedlog.h"

namespace relaydesk {

Event changeOf(const Ticket &ticket, AgentId by, const QString &what, const QJsonValue &from, const QJsonValue &to) {
    return {.kind = EventKind::Changed,
            .conversation = ticket.conversation,
            .ticket = ticket.id,
            .agent = by,
            .data = {{QStringLiteral("what"), what}, {QStringLiteral("from"), from}, {QStringLiteral("to"), to}}};
}

QString iso(const QDateTime &time) { return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString(); }

} // namespace relaydesk
