// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk page shows, read from the stores in the reader's thread and handed over as values.
#pragma once
#include "models/domain/stores.h"
#include "models/domain/verdict.h"
#include "models/items/messagelistmodel.h"
#include "models/items/ticketlistmodel.h"

namespace relaydesk {

//! One of the customers in the pane at the left.
struct ChatEntry {
    ConversationId id;
    QString customer; //!< empty: no name
    Owner owner = Owner::Assistant;
};

struct ChatView {
    Conversation conversation;
    Customer customer;
    QVector<MessageRow> messages; //!< oldest first
    bool hasEarlier = false;      //!< than these
    QVector<Choice> choices;      //!< that stand open
};

//! Of a long conversation only the last 200 messages are read, and those before them when somebody asks.
struct TranscriptPart {
    QVector<MessageRow> messages; //!< oldest first
    bool hasEarlier = false;      //!< than these
};

struct TicketDetails {
    Ticket ticket;
    Conversation conversation;
    Customer customer;
    QString agent;                //!< who has it; empty: nobody
    QVector<MessageRow> messages; //!< of the conversation, oldest first
    bool hasEarlier = false;      //!< than these
    Verdict verdict;              //!< that led to the hand-off; empty where there was none
    QVector<Article> closest;     //!< the first three the verdict looked at, as far as they are live
    QVector<Proposal> proposals;  //!< of this ticket, newest first
    QString draft;                //!< what was typed and not sent
};

//! Open tickets, longest waiting first, as `agent` sees them.
Result<QVector<TicketRow>> readQueue(const Stores &stores, AgentId agent);
Result<TicketDetails> readTicket(const Stores &stores, TicketId id);
//! The newest conversations, at most `most`.
Result<QVector<ChatEntry>> readChats(const Stores &stores, int most);
Result<ChatView> readChat(const Stores &stores, ConversationId id);
//! Those before one of them.
Result<TranscriptPart> readEarlier(const Stores &stores, ConversationId id, MessageId before);
//! The setting that keeps the draft of a ticket.
QString draftKey(TicketId id);

} // namespace relaydesk
