// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A moment in the future as people write it: "2h30m", "tomorrow 9:00", "Monday", "in 3 days", "2026-12-24 10:00".
#pragma once
#include "models/domain/result.h"
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace relaydesk {

//! UTC. Days without a time mean 9:00, "tonight" 20:00, "next week" Monday 9:00; times are those of `zone`. A time of
//! today that has passed is tomorrow's. What is not understood, or not in the future, is a sentence that says what is.
Result<QDateTime> parseWhen(const QString &text, const QDateTime &now, const QTimeZone &zone);

} // namespace relaydesk
