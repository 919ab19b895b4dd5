// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was just done to tickets, kept so that it can be taken back.
#pragma once
#include "models/domain/conversation.h"
#include "models/domain/proposal.h"
#include "models/domain/ticket.h"
#include <optional>

namespace relaydesk {

template <typename Row>
struct Change {
    std::optional<Row> before; //!< nothing: it was made by the deed
    Row after;
};

//! A value: keep it as long as an undo is offered, and hand it to TicketCare::undo. What somebody else changed since
//! stays: an undo that would overwrite that is refused.
struct Deed {
    QString what;     //!< one of the words below, for the log
    QString sentence; //!< for a person: "Priority of 3 tickets set to high"
    AgentId by;
    QDateTime at;
    QVector<Change<Ticket>> tickets;
    QVector<Change<Conversation>> conversations;
    QVector<ProposalId> lessons; //!< made or published by it

    bool isEmpty() const { return tickets.isEmpty() && conversations.isEmpty(); } //!< nothing had to change
};

//! What a Changed event is about (data: what, from, to; by: none the desk itself).
namespace deeds {
inline const QString priority = QStringLiteral("priority"); //!< from, to: keys of Priority
inline const QString tags = QStringLiteral("tags");         //!< from, to: lists
inline const QString snoozed = QStringLiteral("snoozed");   //!< from, to: ISO 8601 in UTC; empty: not snoozed
inline const QString merged = QStringLiteral("merged");     //!< from, to: ticket numbers; 0: stands for itself
inline const QString split = QStringLiteral("split");       //!< from: a ticket number; message
inline const QString assigned = QStringLiteral("assigned"); //!< in the log: Claimed, Released
inline const QString undone = QStringLiteral("undone");     //!< from: what was taken back
} // namespace deeds

} // namespace relaydesk
