// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Writes down what somebody found out about a verdict, and has confidence fitted anew when enough came together.
#pragma once
#include "models/desk/calibration.h"
#include "models/domain/feedback.h"

namespace relaydesk {

class Verification : public QObject {
    Q_OBJECT

  public:
    Verification(Journal &journal, KnowledgeBase &knowledge)
        : m_journal(journal)
        , m_knowledge(knowledge)
        , m_calibration(journal, knowledge) {}

    Result<void> load() { return m_calibration.load(); }
    Standard standard(const DeskSettings &settings) const { return m_calibration.standard(settings); }

    // Each of these belongs into a transaction of the journal's.

    //! Becomes an event; a customer's word and an audit also count for the article's record, once for a verdict.
    //! `stayed`: of a draft that an agent changed, 0 to 1.
    Result<void> judge(EventId verdict, Feedback feedback, AgentId agent = {}, std::optional<double> stayed = {});
    //! An agent resolved `ticket` with `sent` (cleaned; empty: nothing to learn from): is that the candidate's answer,
    //! and what became of what a model had written for it?
    Result<void> judgeResolution(const Ticket &ticket, const QString &sent);
    //! An answer may be drawn for an audit.
    Result<void> draw(const Conversation &conversation, EventId verdict, double share);
    //! What an agent says of a drawn answer.
    Result<void> audit(EventId verdict, AgentId agent, bool right);
    //! What an agent says of an article that a hand-off's verdict looked at; the last word counts.
    Result<void> judgeSource(EventId verdict, ArticleId source, AgentId agent, bool right);

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    Result<void> judgeOffer(const Ticket &ticket, const Event &event, const QString &sent);
    Result<bool> countsForRecord(const Event &verdict, Feedback feedback) const;
    void refitAfterwards();

    Journal &m_journal;
    KnowledgeBase &m_knowledge;
    Calibration m_calibration;
};

//! Whether an answer is drawn: the same each time, evenly spread, `share` of all.
bool isDrawn(const QString &session, EventId verdict, double share);

} // namespace relaydesk
