// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The conversations behind a figure as CSV, for a spreadsheet.
#pragma once
#include "models/analytics/cases.h"
#include <QtCore/QByteArray>

namespace relaydesk {

//! UTF-8, lines end with CR LF; a header, then one line for each row: conversation, session, customer, started (UTC,
//! ISO 8601), question, decision, confidence, reason, outcome, resolved by. Every field is in quotes with quotes inside
//! doubled. What a spreadsheet would take for a formula gets an apostrophe in front: customers write these texts.
QByteArray conversationCsv(const QVector<ConversationCase> &rows);

} // namespace relaydesk
