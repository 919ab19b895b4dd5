// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes out of an agent's words what belongs to this one customer: greeting, names, addresses, dates, amounts,
//! numbers.
#pragma once
#include "models/domain/proposal.h"

namespace relaydesk {

//! Whose words they are and whom they are about.
struct PrivateFacts {
    QString customerName;
    QString customerEmail;
    QString agentName;
    QStringList customerTexts; //!< what the customer wrote: longer numbers in it are theirs
};

struct CleanedText {
    QString text;
    QVector<Removal> removals; //!< in the original, in order, not overlapping
    friend bool operator==(const CleanedText &, const CleanedText &) = default;
};

//! Pure. Times ("3 to 5 working days") and addresses of the house (support@…) stay.
CleanedText cleanLesson(const QString &text, const PrivateFacts &facts);

} // namespace relaydesk
