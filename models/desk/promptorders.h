// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Sentences that give the assistant orders instead of telling it something: in an article they are poison.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! True when a sentence talks to the machine: "ignore all previous instructions", "you are now …", "SYSTEM:".
bool givesOrders(const QString &text);

//! The text without its sentences and lines that give orders, and without characters that cannot be seen.
QString withoutOrders(const QString &text);

} // namespace relaydesk
