// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One line of a CSV file that a spreadsheet opens without harm.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace relaydesk {

//! UTF-8 with CR LF at its end. Every field is in quotes with quotes inside doubled; what a spreadsheet would take for
//! a formula gets an apostrophe in front.
QByteArray csvLine(const QStringList &fields);

} // namespace relaydesk
