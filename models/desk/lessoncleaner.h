// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes out of an agent's words what belongs to this one customer, and leaves sentences that can still be read.
#pragma once
#include "models/desk/privatedata.h"

namespace relaydesk {

struct CleanedText {
    QString text;
    QVector<Removal> removals; //!< in the original, in order, not overlapping
    friend bool operator==(const CleanedText &, const CleanedText &) = default;
};

//! Pure. A sentence that says nothing any more without its private part goes as a whole, under that part's kind.
CleanedText cleanLesson(const QString &text, const PrivateFacts &facts);

} // namespace relaydesk
