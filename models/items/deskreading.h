// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk page shows, read from the stores in the reader's thread and handed over as values.
#pragma once
#include "models/desk/heldreply.h"
#include "models/domain/stores.h"
#include "models/domain/verdict.h"
#include "models/items/customerfacts.h"
#include "models/items/messagelistmodel.h"
#include "models/items/ticketlistmodel.h"
#include "models/items/transcriptrows.h"

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
    Persona persona;              //!< who the customer is said to be
};

struct TicketDetails {
    Ticket ticket;
    Conversation conversation;
    Customer customer;
    QString agent;                //!< who has it; empty: nobody
    QVector<MessageRow> messages; //!< of all its conversations and with its notes, oldest first
    bool hasEarlier = false;      //!< than these
    QVector<Ticket> merged;       //!< into this one
    QVector<Ticket> splits;       //!< from this one
    Deadline deadline;            //!< what is due next
    CustomerFacts facts;
    Verdict verdict;                     //!< that led to the hand-off; empty where there was none
    std::optional<Verdict> reply;        //!< a model's, suggested since
    QString summaryBy;                   //!< the model that wrote the summary; empty: the desk itself
    QVector<Article> closest;            //!< the first three the verdict looked at, as far as they are live
    QHash<ArticleId, bool> rightSources; //!< what an agent said of the articles the verdict looked at
    QVector<Proposal> proposals;         //!< of this ticket, newest first
    QString draft;                       //!< what was typed and not sent
    QString noteDraft;                   //!< likewise for a note
    QVector<SentFile> draftFiles;        //!< attached and not sent
    QVector<HeldReply> held;             //!< sent, but can still be taken back; oldest first
};

//! What a list of tickets shows. Merged ones are in none: the one they were merged into stands for them.
enum class QueueView {
    Open,          //!< neither snoozed nor ended
    Mine,          //!< of those, the agent's
    Unassigned,    //!< of those, nobody's
    CustomersTurn, //!< of those, answered and waiting for the customer
    Snoozed,       //!< put off, the next to come back first
    Ended,         //!< resolved or given back, the last one first
};
enum class QueueOrder { Deadline, LongestWait, Priority, Newest };

//! Open tickets, longest waiting first, as `agent` sees them at `now`.
Result<QVector<TicketRow>> readQueue(const Stores &stores, AgentId agent,
                                     const QDateTime &now = QDateTime::currentDateTimeUtc(),
                                     QueueView view = QueueView::Open, QueueOrder order = QueueOrder::LongestWait);
Result<TicketDetails> readTicket(const Stores &stores, TicketId id);
//! The newest conversations, at most `most`.
Result<QVector<ChatEntry>> readChats(const Stores &stores, int most);
Result<ChatView> readChat(const Stores &stores, ConversationId id);
//! All of it, however long.
Result<QVector<MessageRow>> readWhole(const Stores &stores, ConversationId id);
//! Those before one of them.
Result<TranscriptPart> readEarlier(const Stores &stores, ConversationId id, MessageId before);
//! The setting that keeps the draft of a ticket.
QString draftKey(TicketId id);
QString noteDraftKey(TicketId id);

} // namespace relaydesk
