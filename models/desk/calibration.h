// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keeps confidence honest: fits it on the desk's own verified outcomes every so often, and knows where the bar stands.
#pragma once
#include "models/desk/barrule.h"
#include "models/desk/desksettings.h"
#include "models/desk/journal.h"
#include "models/desk/judgedanswers.h"
#include "models/desk/knowledgebase.h"
#include "models/desk/writtenweights.h"

namespace relaydesk {

//! What an answer is weighed and measured with.
struct Standard {
    Bar bar;
    SmallWeights weights;
    WrittenWeights written;
};

//! A fit is an event (data: outcomes, upTo, used, heard, specificity, certainty, history, written[],
//! drafts, bar, wanted), so that each
//! process and each start comes to the same: what it was fitted on is read again from the log up to there.
class Calibration {
  public:
    static constexpr int refitEvery = outcomesForPrecision; //!< verified outcomes
    static constexpr int mostCases = 1500;                  //!< the newest ones
    //! From this share of judged answers on, what customers volunteer is taken for what all would say.
    static constexpr double fairShare = 0.5;

    Calibration(Journal &journal, KnowledgeBase &knowledge) : m_journal(journal), m_knowledge(knowledge) {}

    //! Takes the last fit in the log, where it is not the one in force; the shipped weights where there is none.
    Result<void> load();
    //! Fits where enough outcomes came in since the last time. Not within a transaction.
    Result<void> refitIfDue();
    Standard standard(const DeskSettings &settings) const;

  private:
    struct Fit {
        EventId event; //!< invalid: never fitted
        QDateTime at;
        EventId upTo;
        int outcomes = 0;
        SmallWeights weights;
        WrittenWeights written;
        QVector<JudgedAnswer> recent;
        QVector<double> scores; //!< of `recent`, as this fit sees them
        QVector<JudgedAnswer> cases;
        QVector<LogisticCase> drafts; //!< of the model's, judged
        int used = 0;
        bool heard = false; //!< what customers volunteered is among the cases
    };
    Result<Fit> lastFit() const;
    Result<void> readHistory(Fit &fit) const;
    Result<void> apply(Fit fit);
    Result<void> log(Fit &fit);

    Journal &m_journal;
    KnowledgeBase &m_knowledge;
    Fit m_fit;
    int m_since = 0; //!< outcomes after the last fit, as far as they were counted
};

} // namespace relaydesk
