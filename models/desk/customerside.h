// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What customers do: write, ask for a person, say whether it helped; and the assistant's answers to it.
#pragma once
#include "models/desk/answerjobs.h"
#include "models/desk/lessons.h"
#include "models/desk/relay.h"
#include "models/desk/verification.h"

namespace relaydesk {

class CustomerSide : public QObject {
    Q_OBJECT

  public:
    static constexpr qsizetype longestMessage = 100'000; //!< UTF-16 units

    CustomerSide(Journal &journal, Relay &relay, const KnowledgeBase &knowledge, Lessons &lessons,
                 Verification &verification, ModelClient *model);

    Result<Conversation> open(const Customer &customer);
    Result<MessageId> receive(ConversationId id, const QString &text);
    Result<void> askForPerson(ConversationId id);
    //! The answer to "Did that solve it?".
    Result<void> solved(ConversationId id, bool yes);
    //! A thumb under any answer of the assistant.
    Result<void> judge(ConversationId id, EventId answer, bool helped);
    //! The answer to "Did you mean …?"; an invalid article: none of these.
    Result<void> choose(ConversationId id, ArticleId article);
    //! Conversations the assistant answered and nobody wrote in since `before` close unconfirmed; answers how many.
    Result<int> closeSilent(const QDateTime &before);
    //! Takes up the turns that a crash or a closed program left unanswered; answers how many.
    Result<int> resumeInterrupted();
    //! Forgets the job of a conversation that somebody else took over.
    void stopAnswering(ConversationId id) { m_jobs.cancel(id); }
    //! From now on nothing asks "Did you mean …?", whatever the setting says: who asks does not stay for the choice.
    void neverAskBack() { m_mayAskBack = false; }
    const AnswerJobs &jobs() const { return m_jobs; }

  signals:
    void draftGrew(relaydesk::ConversationId conversation, const QString &piece);
    //! Something that no caller waits for could not be written.
    void failed(const relaydesk::Failure &failure);

  private:
    Result<void> startTurn(Conversation &conversation, const QString &message);
    Result<void> takeTurn(Conversation &conversation, const QString &message);
    Result<void> answer(Conversation &conversation, const QString &question, bool mayAskBack);
    Result<bool> isAnswered(const Conversation &conversation, const QString &rest) const;
    Result<void> apply(Conversation &conversation, const Verdict &verdict);
    Result<void> refuseTurn(Conversation &conversation, const HandoffReason &reason);
    Result<EventId> answerTo(const QString &question, const Conversation &conversation, const QDateTime &from) const;
    Result<void> takeFeedback(Conversation &conversation, Feedback feedback);
    Result<void> takeChoice(Conversation &conversation, const QVector<Choice> &choices, std::optional<ArticleId> pick);
    Result<void> learnPick(const Conversation &conversation, const Verdict &given, const DeskSettings &settings);
    Result<void> forgetPick(const Conversation &conversation, const Event &verdict);
    Result<Event> lastVerdict(const Conversation &conversation) const;
    Result<void> confirm(Conversation &conversation);
    Result<void> deny(Conversation &conversation);
    Result<void> wait(Conversation &conversation);
    Result<void> drop(const AnswerJob &job, const QString &reason);
    void arrive(const AnswerJob &job, const Verdict &verdict);
    Result<void> act(ConversationId id, const std::function<Result<void>(Conversation &)> &deed);

    Journal &m_journal;
    Relay &m_relay;
    Lessons &m_lessons;
    Verification &m_verification;
    ReplyEngine m_engine;
    AnswerJobs m_jobs;
    bool m_mayAskBack = true;
};

} // namespace relaydesk
