// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/report.h"
#include "models/analytics/handoffs.h"
#include <QtCore/QSet>
#include <algorithm>
#include <numeric>

namespace relaydesk {

namespace {

//! What happened in `period`, and what was said later about its answers.
QVector<Event> eventsOf(const QVector<Event> &events, const Period &period) {
    const auto earlier = [](const Event &event, const QDateTime &moment) { return event.at < moment; };
    const auto begin = std::lower_bound(events.cbegin(), events.cend(), period.from(), earlier);
    const auto end = std::lower_bound(begin, events.cend(), period.to(), earlier);
    QVector<Event> found(begin, end);
    std::copy_if(end, events.cend(), std::back_inserter(found),
                 [](const Event &event) { return event.kind == EventKind::Feedback; });
    return found;
}

void place(AnalyticsReport &report, const Steps &steps, const Counts &counts, const Handoffs &handoffs) {
    for (size_t figure = 0; figure < counts.size(); ++figure) {
        auto &placed = report.counts[static_cast<Subject>(figure)];
        for (const Count &count : counts[figure])
            placed += {count, steps.stepOf(count.at), std::nullopt};
    }
    QSet<TicketId> resolved;
    for (const Count &count : counts[size_t(Figure::HumanResolved)])
        resolved += count.ticket;
    for (const Handoff &handoff : handoffs.of(report.period)) {
        const PlacedCount placed{handoff.count, steps.stepOf(handoff.count.at), handoff.category};
        report.counts[Subject::Handoffs] += placed;
        if (!handoff.ended && !resolved.contains(handoff.count.ticket))
            report.counts[Subject::StillOpen] += placed;
        if (handoff.firstReplyMs)
            report.counts[Subject::FirstReplies] += placed;
    }
    report.stillOpen = int(report.counts[Subject::StillOpen].size());
}

void fillSteps(AnalyticsReport &report, const Steps &steps) {
    for (int step = 0; step < steps.count(); ++step)
        report.steps += ReportStep{.first = steps.first(step), .last = steps.last(step)};
    const auto add = [&](Subject subject, int ReportStep::*number) {
        for (const PlacedCount &placed : report.counts[subject])
            ++(report.steps[placed.step].*number);
    };
    add(Subject::TotalQueries, &ReportStep::queries);
    add(Subject::AiResolved, &ReportStep::assistant);
    add(Subject::HumanResolved, &ReportStep::people);
    add(Subject::StillOpen, &ReportStep::open);
    add(Subject::LearningEvents, &ReportStep::lessons);
}

//! How many of `counts` lie in each day, from the lead of the learning curve on.
QVector<int> byDay(const QVector<Count> &counts, const Steps &steps, int days) {
    QVector<int> numbers(Steps::lead + days, 0);
    for (const Count &count : counts) {
        if (const auto day = steps.dayOf(count.at))
            ++numbers[*day + Steps::lead];
    }
    return numbers;
}

void fillShares(AnalyticsReport &report, const Steps &steps, const Counts &ever) {
    const int days = report.period.days();
    const auto queries = byDay(ever[size_t(Figure::TotalQueries)], steps, days);
    const auto resolved = byDay(ever[size_t(Figure::AiResolved)], steps, days);
    const int window = std::max(7, steps.daysEach());
    for (ReportStep &step : report.steps) {
        const auto end = Steps::lead + report.period.first.daysTo(step.last) + 1;
        const auto begin = std::max<qint64>(0, end - window);
        const auto sum = [&](const QVector<int> &numbers) {
            return std::accumulate(numbers.cbegin() + begin, numbers.cbegin() + end, 0);
        };
        if (const int asked = sum(queries); asked > 0)
            step.share = double(sum(resolved)) / asked;
    }
}

void fillReasons(AnalyticsReport &report) {
    std::map<HandoffCategory, int> numbers;
    for (const PlacedCount &placed : report.counts[Subject::Handoffs]) {
        if (placed.category)
            ++numbers[*placed.category];
    }
    report.reasons = QVector<std::pair<HandoffCategory, int>>(numbers.cbegin(), numbers.cend());
    std::stable_sort(report.reasons.begin(), report.reasons.end(),
                     [](const auto &one, const auto &other) { return one.second > other.second; });
}

} // namespace

QDateTime firstNeeded(const Period &period) {
    return period.hasStart()
               ? std::min(period.before().from(), period.first.addDays(-Steps::lead).startOfDay(period.zone))
               : QDateTime();
}

AnalyticsReport computeReport(const QVector<Event> &events, const Period &period) {
    AnalyticsReport report{.period = period};
    if (!period.hasStart() && !events.isEmpty())
        report.period.first = std::min(events.first().at.toTimeZone(period.zone).date(), period.last);
    if (!report.period.hasStart())
        return report;
    const Handoffs handoffs(events);
    const Counts counts = countsOf(eventsOf(events, report.period));
    report.now = {figuresOf(counts), handoffs.firstReply(report.period)};
    if (period.hasStart()) {
        const Period before = period.before();
        report.before = {countFigures(eventsOf(events, before)), handoffs.firstReply(before)};
    }
    const Steps steps(report.period);
    place(report, steps, counts, handoffs);
    fillSteps(report, steps);
    const Counts ever = countsOf(events);
    fillShares(report, steps, ever);
    fillReasons(report);
    report.isUnused = ever[size_t(Figure::TotalQueries)].isEmpty();
    return report;
}

QVector<Count> countsBehind(const AnalyticsReport &report, Subject subject, std::optional<int> step,
                            std::optional<HandoffCategory> reason) {
    QVector<Count> found;
    const auto of = report.counts.find(subject);
    if (of == report.counts.end())
        return found;
    for (const PlacedCount &placed : of->second) {
        if ((!step || placed.step == *step) && (!reason || placed.category == reason))
            found += placed.count;
    }
    return found;
}

} // namespace relaydesk
