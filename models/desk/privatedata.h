// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds in a text what belongs to one customer or one agent: greetings, names, addresses, dates, amounts, numbers.
#pragma once
#include "models/domain/proposal.h"

namespace relaydesk {

//! Whose words they are and whom they are about.
struct PrivateFacts {
    QString customerName;
    QString customerEmail;
    QString agentName;         //!< of all who answered, one after the other
    QStringList customerTexts; //!< what the customer wrote: longer numbers in it are theirs
};

//! In order, not overlapping. Addresses of the house (support@…, "call us on …"), prices ("€9 per month"), links and
//! spans of time ("3 to 5 working days") are not in it. English.
QVector<Removal> privateStretches(const QString &text, const PrivateFacts &facts);

} // namespace relaydesk
