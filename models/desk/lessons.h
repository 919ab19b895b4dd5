// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes proposals through their life: made from a ticket, published, declined, rolled back.
#pragma once
#include "models/desk/journal.h"
#include "models/desk/learner.h"

namespace relaydesk {

class Lessons {
  public:
    Lessons(Journal &journal, KnowledgeBase &knowledge)
        : m_journal(journal)
        , m_knowledge(knowledge)
        , m_learner(knowledge) {}

    //! What would be learned from the ticket as it stands, with `unsent` as a further reply; stores nothing.
    Result<std::optional<Proposal>> preview(TicketId ticket, const QString &unsent = {}) const;

    //! A further phrasing of `article` in the words of the customer of `conversation`; nothing where there is nothing
    //! to learn.
    Result<std::optional<Proposal>> phrasingOf(const Conversation &conversation, const QString &question,
                                               ArticleId article) const;
    //! What the agents of the ticket answered, cleaned as for a lesson; empty: nothing but questions back.
    Result<QString> answerSent(const Ticket &ticket) const;

    // Each of these belongs into a transaction of the journal's; the knowledge is refreshed when it is through.

    //! It waits for a person; one that waits already is brought up to date.
    Result<Proposal> keep(const Proposal &proposal);
    //! The proposal goes into the knowledge as it stands here (edited or not) and becomes a learning event.
    //! `from`: the conversation it was learned from, where there is no ticket to say so.
    Result<Proposal> publish(const Proposal &proposal, ConversationId from = {});
    Result<Proposal> decline(const Proposal &proposal);
    //! The article returns to what it was before, as a new version; one that was made new is archived.
    Result<Proposal> rollBack(ProposalId id);

  private:
    Result<Lesson> lessonOf(const Ticket &ticket, const QString &unsent) const;
    Result<void> readReplies(Lesson &lesson, const Ticket &ticket, const QVector<Message> &messages,
                             const QString &unsent) const;
    Result<Proposal> store(Proposal proposal, ProposalStatus status);
    Result<Proposal> pendingOne(Proposal proposal) const;
    Result<Article> before(const Proposal &proposal) const;
    Result<QString> answerBefore(const Proposal &proposal, const QVector<Article> &versions) const;

    Journal &m_journal;
    KnowledgeBase &m_knowledge;
    Learner m_learner;
};

} // namespace relaydesk
