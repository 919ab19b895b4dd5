// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Turns an agent's answer into what the desk would learn: a new article, a further phrasing, or a better answer.
#pragma once
#include "models/desk/knowledgebase.h"
#include "models/desk/lessoncleaner.h"
#include "models/domain/verdict.h"

namespace relaydesk {

//! A resolved (or about to be resolved) ticket, as far as learning from it goes.
struct Lesson {
    TicketId ticket;
    AgentId agent;
    QString question;
    QString answer; //!< the agent's own words
    PrivateFacts facts;
    QVector<Source> sources; //!< what the verdict looked at, best first
};

class Learner {
  public:
    explicit Learner(const KnowledgeBase &knowledge) : m_knowledge(knowledge) {}

    //! Nothing where there is nothing to learn: no answer, or the knowledge holds exactly this.
    std::optional<Proposal> propose(const Lesson &lesson) const;
    //! A further phrasing in a customer's words; nothing where the article, or another one, holds them already.
    std::optional<Proposal> proposePhrasing(const QString &question, const PrivateFacts &facts, ArticleId id) const;
    //! Why this should wait for a person before a customer sees it; empty: nothing against it.
    QString objectionTo(const Proposal &proposal) const;
    //! The article as it will be once the proposal is published.
    Result<Article> articleOf(const Proposal &proposal) const;

  private:
    std::optional<Article> holderOf(const Proposal &proposal, const QVector<Source> &sources) const;
    std::optional<Article> nearOne(const QString &question) const;
    const KnowledgeBase &m_knowledge;
};

//! How an answer relates to one that is known.
enum class Kinship { Same, Changed, Other };
//! The share of words in common, 0 to 1.
double likeness(const QString &known, const QString &answer);
Kinship kinshipOf(const QString &known, const QString &answer);

//! Of an agent's messages in one episode the one to learn from: the fullest that is not a question back.
QString teachingAnswer(const QStringList &replies);
//! A title from a question: its first sentence, at most 120 characters.
QString titleFrom(const QString &question);

} // namespace relaydesk
