// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The one door to the desk: customers write, agents reply, resolve, teach and give back; whoever listens is told.
#pragma once
#include "models/desk/customerside.h"
#include "models/desk/desksettings.h"
#include "models/desk/handoffhelp.h"
#include "models/desk/heldreplies.h"
#include "models/desk/lessons.h"
#include "models/desk/presence.h"
#include "models/desk/remarks.h"
#include "models/desk/ticketcare.h"

namespace relaydesk {

//! What to do with a resolved ticket's answer.
struct Teaching {
    bool learn = true;
    std::optional<Proposal> edited; //!< the proposal as the agent changed it; else the desk's own
};

//! All of it runs in one thread. Failures are sentences for the person who asked; on a failure nothing was changed.
class Desk : public QObject {
    Q_OBJECT

  public:
    //! `model` may be null. Call start() before anything else.
    Desk(const Stores &stores, const Clock &clock, Matcher &matcher, ModelClient *model);

    //! Reads the knowledge and takes up what was left unanswered.
    Result<void> start();
    //! Another process may have written since: reads the knowledge again where it changed.
    Result<void> refresh();

    // The customer
    Result<Conversation> open(const Customer &customer) { return m_customers.open(customer); }
    Result<MessageId> receive(ConversationId id, const QString &text) { return m_customers.receive(id, text); }
    Result<void> askForPerson(ConversationId id) { return m_customers.askForPerson(id); }
    Result<void> solved(ConversationId id, bool yes) { return m_customers.solved(id, yes); }
    //! A thumb under any answer of the assistant: under the one that stands open the same as solved().
    Result<void> judge(ConversationId id, EventId answer, bool helped) { return m_customers.judge(id, answer, helped); }
    //! The customer picks from the choices of the last message (Message::choices); an invalid article: none of these.
    Result<void> choose(ConversationId id, ArticleId article) { return m_customers.choose(id, article); }
    //! For doors whose customers ask once and leave: nothing asks "Did you mean …?", a person gets the question.
    void neverAskBack() { m_customers.neverAskBack(); }
    //! Housekeeping, every few minutes: closes what nobody wrote in for long, brings back snoozed tickets, takes up
    //! turns that a failed write left unanswered. Answers how many were closed.
    Result<int> closeSilent();

    //! One to five stars, of the last answer where one stands open.
    Result<EventId> rate(ConversationId id, int stars, const QString &comment);
    Result<EventId> attach(ConversationId id, const SentFile &file);

    // The agent
    Result<void> claim(TicketId ticket, AgentId agent, bool fromAnother = false);
    //! Claims a waiting conversation, and takes over one that the assistant has.
    Result<MessageId> reply(ConversationId conversation, AgentId agent, const QString &text);
    //! Answers what was or will be learned: nothing, a pending proposal, or a published one.
    Result<std::optional<Proposal>> resolve(TicketId ticket, AgentId agent, const Teaching &teaching = {});
    Result<void> giveBack(TicketId ticket, AgentId agent);
    //! Replies that can still be taken back.
    HeldReplies &held() { return m_held; }
    //! Who has which ticket before them.
    Presence &presence() { return m_presence; }
    Result<int> release(AgentId agent); //!< all their tickets return to the queue
    Result<void> reopen(ConversationId conversation, AgentId agent);

    //! What an agent says of an answer that was drawn for an audit (or of any other answer of the assistant), once.
    Result<void> audit(EventId verdict, AgentId agent, bool right);
    //! What an agent says of an article that the assistant looked at before it handed the ticket over.
    Result<void> judgeSource(TicketId ticket, ArticleId source, AgentId agent, bool right);
    //! The agent of that name (however it is capitalised), made when there is none.
    Result<Agent> agentNamed(const QString &name);
    //! Going away returns what was claimed to the queue.
    Result<void> setAvailable(AgentId agent, bool available);

    //! Priority, tags, snooze, assignment, merge, split, bulk and undo.
    TicketCare &care() { return m_care; }
    //! For agents only, in the ticket's history; whom it names ("@Anna") stands in the event.
    Result<EventId> addNote(TicketId ticket, AgentId agent, const QString &text);

    // What is learned
    //! What would be learned from the ticket if it was resolved now, with `unsent` as the last reply (may be empty).
    Result<std::optional<Proposal>> lessonOf(TicketId ticket, const QString &unsent = {}) const {
        return m_lessons.preview(ticket, unsent);
    }
    Result<Proposal> publish(const Proposal &proposal);
    Result<Proposal> decline(const Proposal &proposal);
    Result<Proposal> rollBack(ProposalId id);
    //! Knowledge changed by hand or import: all saved, or none.
    Result<QVector<Article>> saveArticles(const QVector<Article> &articles);

    //! Kept in the database, by key; see DeskSettings for those the desk itself obeys.
    Result<void> setSetting(const QString &key, const QString &value);

    //! What would happen to this question now; stores nothing, asks no model.
    Result<Verdict> tryQuestion(const QString &question) const;

    //! Several calls on the desk, on disk together; whoever listens is told when they all are. Answers once they are.
    Result<void> together(const std::function<Result<void>()> &calls) { return m_journal.atomically(calls); }
    const Stores &stores() const { return m_stores; }
    QDateTime now() const { return m_journal.now(); }
    //! The bar in force and the weights, as the settings and the history have it; `precision` stands for the one set.
    Result<Standard> standard(std::optional<double> precision = {}) const;

    const KnowledgeBase &knowledge() const { return m_knowledge; }
    QString modelLimitation() const { return m_customers.jobs().limitation(); }
    bool isAnswering(ConversationId id) const { return m_customers.jobs().isRunning(id); }

  signals:
    void messagePosted(const relaydesk::Message &message);
    void conversationChanged(relaydesk::ConversationId id);
    void ticketChanged(relaydesk::TicketId id);
    void articleChanged(relaydesk::ArticleId id);
    //! What a model writes at this moment, for agents; an empty piece: it is over, and what is stored counts.
    void draftGrew(relaydesk::ConversationId conversation, const QString &piece);
    void failed(const relaydesk::Failure &failure);

  private:
    Result<std::optional<Proposal>> learnFrom(const Ticket &ticket, const Teaching &teaching);
    Result<EventId> remarked(const std::function<Result<EventId>(Remarks &)> &deed);
    Result<Proposal> decided(const std::function<Result<Proposal>()> &decision);
    void refreshArticle(ArticleId id);

    Stores m_stores;
    KnowledgeBase m_knowledge;
    Journal m_journal;
    Relay m_relay;
    Lessons m_lessons;
    Verification m_verification;
    CustomerSide m_customers;
    TicketCare m_care;
    HandoffHelp m_help;
    HeldReplies m_held;
    Presence m_presence;
};

} // namespace relaydesk
