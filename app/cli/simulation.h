// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Customers with labelled questions, one after the other, and the agent who answers what the desk hands over.
#pragma once
#include "app/matching/evaluationdata.h"
#include "models/desk/desk.h"
#include <QtCore/QHash>
#include <random>

namespace relaydesk {

struct SimulationSettings {
    double reportRate = 0.5; //!< share of the wrong answers that customers say no to
    unsigned seed = 1;
};

//! What became of some questions in a row.
struct SimulatedStretch {
    int questions = 0;
    int answered = 0; //!< by the desk alone
    int right = 0;    //!< of these
    int picked = 0;   //!< by the customer among what the desk offered, and rightly
    int outside = 0;  //!< questions that nothing answers
    int outsideAnswered = 0;
    double answeredShare() const { return questions > 0 ? double(answered) / questions : 0; }
    double precision() const { return answered > 0 ? double(right) / answered : 1; }
    SimulatedStretch &operator+=(const SimulatedStretch &other);
};

//! Everything goes through the desk's public door, as an agent at a window would do it.
class Simulation {
  public:
    Simulation(Desk &desk, const Stores &stores, const SimulationSettings &settings);

    //! Makes the agent; with `texts` also an article for each of their categories.
    Result<void> begin(const QVector<LabelledText> &texts);
    //! One customer with one question (empty category: nothing answers it), to its end.
    Result<SimulatedStretch> play(const LabelledText &question);
    int articles() const { return static_cast<int>(m_articles.size()); }
    //! Phrasings that the desk knows, titles included.
    int phrasings() const;

  private:
    Result<void> workQueue(ConversationId conversation, const QString &category);
    Result<Teaching> teachingFor(TicketId ticket, const QString &category) const;

    Desk &m_desk;
    const Stores &m_stores;
    SimulationSettings m_settings;
    std::mt19937 m_random;
    AgentId m_agent;
    QHash<QString, ArticleId> m_articles; //!< by category
    QHash<ArticleId, QString> m_categories;
};

//! The agent's answer to all questions of a category: a dozen made-up words, so that it says nothing about the question
//! and the figures are those of the questions alone. Two categories have hardly a word in common.
QString simulatedAnswer(const QString &category);

} // namespace relaydesk
