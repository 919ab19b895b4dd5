// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The answers that somebody verified, read back from the log: what confidence is fitted on.
#pragma once
#include "models/domain/feedback.h"
#include "models/domain/stores.h"
#include "models/domain/verdict.h"

namespace relaydesk {

//! An answer that was offered, and what was found out about it.
struct JudgedAnswer {
    EventId verdict;
    Confidence confidence;
    QVector<double> features;
    bool right = false;
    double share = 0;         //!< of it that was right: 1 or 0, and of a draft that was sent changed what stayed
    bool volunteered = false; //!< by a customer who need not have said anything
};

//! How many answers were verified after the event `after` (an invalid id: all), each counted once, and the last such
//! event.
struct OutcomeCount {
    int outcomes = 0;
    EventId last;
};
Result<OutcomeCount> outcomesSince(const EventStore &events, const QDateTime &from, EventId after);

//! Of the newest `most` verdicts that were verified up to the event `last`, the stored answers, oldest first. What was
//! said of one verdict several times counts once: an audit before anything else, and otherwise the last word.
Result<QVector<JudgedAnswer>> judgedAnswers(const EventStore &events, EventId last, int most);

//! Likewise of what a model wrote: answers that customers got, and drafts and suggestions that agents sent as they
//! were, changed, or not at all.
Result<QVector<JudgedAnswer>> judgedDrafts(const EventStore &events, EventId last, int most);

//! What the assistant was sure of lately.
struct RecentVerdicts {
    QVector<JudgedAnswer> candidates; //!< stored ones that nothing but the bar could keep from the customer, newest
                                      //!< last; whether they were right does not matter here
    QVector<EventId> answered;
};
//! Up to the event `last`, which was at `to`: the newest `most` candidates, and what was answered among them.
Result<RecentVerdicts> recentVerdicts(const EventStore &events, EventId last, const QDateTime &to, int most);

} // namespace relaydesk
