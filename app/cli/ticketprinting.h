// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tickets as text and as JSON.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QTextStream>

namespace relaydesk {

//! A ticket with what stands around it.
struct TicketView {
    Ticket ticket;
    Conversation conversation;
    Customer customer;
    QString agent;             //!< who has it; empty: nobody
    QVector<Message> messages; //!< of the whole conversation
    QJsonObject verdict;       //!< the event's data; empty where there was none
};

Result<TicketView> viewOf(const Ticket &ticket, const Stores &stores);

void printTicketLine(QTextStream &out, const TicketView &view, const QDateTime &now);
void printTicket(QTextStream &out, const TicketView &view);
//! `whole`: with the conversation, the summary, factors, sources and the draft.
QJsonObject ticketJson(const TicketView &view, bool whole);

} // namespace relaydesk
