// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The line between two days of a conversation.
#pragma once
#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace relaydesk {

//! "Today", "Yesterday", "Tuesday, 3 November", with the year where it is another one; in local time. Empty when both
//! are on one day; an invalid `before` stands for no message before, an invalid `at` has no day.
QString daySeparator(const QDateTime &before, const QDateTime &at, const QDate &today = QDate::currentDate());

} // namespace relaydesk
