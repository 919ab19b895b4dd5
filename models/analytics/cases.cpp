// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/cases.h"
#include "models/analytics/outcomes.h"
#include <algorithm>

namespace relaydesk {

namespace {

using Place = QVector<Event>::const_iterator;

bool isVerdict(const Event &event) { return event.kind == EventKind::Verdict; }
bool isHandoff(const Event &event) { return event.kind == EventKind::Handoff; }

//! Where the ticket opened, or what is counted took place; the end where neither is among the events.
Place placeOf(const Count &count, const QVector<Event> &events) {
    const auto opened = std::find_if(events.cbegin(), events.cend(), [&](const Event &event) {
        return isHandoff(event) && count.ticket.isValid() && event.ticket == count.ticket;
    });
    if (opened != events.cend())
        return opened;
    return std::find_if(events.cbegin(), events.cend(), [&](const Event &event) { return event.id == count.event; });
}

//! The last verdict up to `place`; the end where there is none.
Place verdictAt(Place place, const QVector<Event> &events) {
    if (place != events.cend() && isVerdict(*place))
        return place;
    const auto back = std::find_if(std::make_reverse_iterator(place), events.crend(), isVerdict);
    return back == events.crend() ? events.cend() : std::prev(back.base());
}

std::optional<bool> judgementOf(EventId verdict, const QVector<Event> &events) {
    std::optional<bool> last;
    for (const Event &event : events) {
        if (event.kind != EventKind::Feedback ||
            event.data.value(QLatin1String("verdict")).toInteger() != verdict.value)
            continue;
        if (const auto good = speaksFor(event.data.value(QLatin1String("outcome")).toString()))
            last = good;
    }
    return last;
}

void describeVerdict(CaseSummary &summary, const Event &verdict) {
    summary.at = verdict.at;
    summary.question = verdict.data.value(QLatin1String("question")).toString();
    summary.decision = verdict.data.value(QLatin1String("decision")).toString();
    summary.confidence = verdict.data.value(QLatin1String("confidence")).toDouble();
}

void describeTicket(CaseSummary &summary, Place opened, const QVector<Event> &events) {
    summary.reason = fromKey<HandoffCategory>(opened->data.value(QLatin1String("category")).toString());
    if (!summary.at.isValid())
        summary.at = opened->at;
    summary.outcome = CaseOutcome::Waiting;
    for (auto event = opened; event != events.cend(); ++event) {
        if (event->ticket != opened->ticket)
            continue;
        switch (event->kind) {
        case EventKind::Claimed:
        case EventKind::Reopened:
            summary.outcome = CaseOutcome::WithAgent;
            break;
        case EventKind::Released:
            summary.outcome = CaseOutcome::Waiting;
            break;
        case EventKind::Resolved:
            summary.outcome = CaseOutcome::Resolved;
            break;
        case EventKind::Returned:
            summary.outcome = CaseOutcome::GivenBack;
            break;
        default:
            continue;
        }
        summary.agent = summary.outcome == CaseOutcome::Waiting ? AgentId{} : event->agent;
    }
}

} // namespace

CaseSummary summarise(const Count &count, const QVector<Event> &events) {
    CaseSummary summary{.at = count.at};
    const Place place = placeOf(count, events);
    const Place verdict = verdictAt(place, events);
    if (verdict != events.cend())
        describeVerdict(summary, *verdict);
    Place opened = place;
    if (place == events.cend() || !isHandoff(*place)) {
        const bool answered = summary.decision == QLatin1String("answered");
        const auto good = verdict == events.cend() ? std::nullopt : judgementOf(verdict->id, events);
        summary.outcome = CaseOutcome::NotSolved;
        if (answered && good.value_or(true)) {
            summary.outcome = good ? CaseOutcome::Confirmed : CaseOutcome::Claimed;
            return summary;
        }
        opened = std::find_if(verdict, events.cend(), isHandoff);
    }
    if (opened != events.cend())
        describeTicket(summary, opened, events);
    return summary;
}

} // namespace relaydesk
