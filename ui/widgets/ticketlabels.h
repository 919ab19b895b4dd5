// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the chips of a ticket say and mean, the same in the queue, in the table and above the conversation.
#pragma once
#include "models/items/ticketlistmodel.h"
#include "ui/widgets/tone.h"

namespace relaydesk {

struct TicketLabel {
    QString text; //!< empty: nothing to show
    Tone tone = Tone::Neutral;
    friend bool operator==(const TicketLabel &, const TicketLabel &) = default;
};

//! "14 min left", "2 h 5 min over", "back Mon 9:00"; without a deadline how long it has been waiting.
TicketLabel dueLabel(const TicketRow &ticket, const QDateTime &now);
TicketLabel priorityLabel(Priority priority); //!< nothing for the normal one
TicketLabel statusLabel(const TicketRow &ticket);
TicketLabel reasonLabel(const TicketRow &ticket); //!< with the confidence where that was the reason
//! "Mine" or who else has it, "+2 merged", "Customer's turn": as far as they apply.
QVector<TicketLabel> markLabels(const TicketRow &ticket);

//! "under a minute", "14 min", "2 h 5 min", "3 days"; negative times count as none.
QString waitingWords(qint64 seconds);
//! "14:05" of today, "Mon 9:00" of the coming week, else the date too.
QString momentWords(const QDateTime &moment, const QDateTime &now);

} // namespace relaydesk
