// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! All that the analytics page shows of a period, computed from events: every number is the length of a list of counts.
#pragma once
#include "models/analytics/counts.h"
#include "models/analytics/period.h"
#include "models/analytics/times.h"
#include "models/domain/handoff.h"
#include <map>
#include <optional>

namespace relaydesk {

//! What can be asked for the conversations behind it. The first six are the figures.
enum class Subject {
    TotalQueries,
    AiResolved,
    AiConfirmed,
    HumanResolved,
    LearningEvents,
    RollBacks,
    StillOpen,    //!< hand-offs of the period that nobody resolved or gave back until now
    FirstReplies, //!< hand-offs of the period that an agent wrote to
    Handoffs,     //!< all hand-offs of the period, by reason
};

struct PlacedCount {
    Count count;
    int step = 0;                            //!< of the chart, see Steps
    std::optional<HandoffCategory> category; //!< of hand-offs
};

struct ReportStep {
    QDate first;
    QDate last;
    int queries = 0;
    int assistant = 0; //!< queries of these days resolved by it (claimed)
    int people = 0;    //!< tickets last resolved in these days
    int open = 0;      //!< hand-offs of these days that are still open
    int lessons = 0;   //!< learning events
    std::optional<double>
        share; //!< resolved by the assistant, of the queries of the seven days (at least) up to `last`
    friend bool operator==(const ReportStep &, const ReportStep &) = default;
};

struct PeriodFigures {
    Figures figures;
    Span firstReply; //!< of the period's hand-offs, whenever the reply came
    friend bool operator==(const PeriodFigures &, const PeriodFigures &) = default;
};

struct AnalyticsReport {
    Period period; //!< with a start, unless nothing ever happened
    PeriodFigures now;
    std::optional<PeriodFigures>
        before; //!< of as many days before; nothing where the period begins with the first event
    int stillOpen = 0;
    QVector<ReportStep> steps;
    QVector<std::pair<HandoffCategory, int>> reasons; //!< most frequent first
    bool isUnused = true;                             //!< no customer ever asked anything
    std::map<Subject, QVector<PlacedCount>> counts;
};

//! `events` are oldest first, of the kinds Message, Verdict, Feedback, Handoff, Resolved, Returned, Reopened, Learned
//! and RolledBack, from firstNeeded(period) on and until now: what customers say and agents do later about the period
//! belongs to it. The figures are those of countFigures() over the period's events and all later outcomes.
AnalyticsReport computeReport(const QVector<Event> &events, const Period &period);

//! The earliest moment whose events can matter for the report: the start of the period before, or of the lead of the
//! learning curve. Invalid for a period without a start.
QDateTime firstNeeded(const Period &period);

//! The counts of a subject, of one step or of one reason where that is said.
QVector<Count> countsBehind(const AnalyticsReport &report, Subject subject, std::optional<int> step = {},
                            std::optional<HandoffCategory> reason = {});

} // namespace relaydesk
