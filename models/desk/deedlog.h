// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How a change of a ticket's handling stands in the log.
#pragma once
#include "models/desk/deed.h"
#include "models/domain/event.h"

namespace relaydesk {

//! `by` invalid: the desk itself.
Event changeOf(const Ticket &ticket, AgentId by, const QString &what, const QJsonValue &from, const QJsonValue &to);
//! UTC, with milliseconds; empty for an invalid time.
QString iso(const QDateTime &time);

} // namespace relaydesk
