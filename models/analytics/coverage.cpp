// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/coverage.h"
#include "models/domain/feedback.h"
#include "models/domain/handoff.h"
#include <cmath>

namespace relaydesk {

namespace {

QString word(const Event &event, const char *key) { return event.data.value(QLatin1String(key)).toString(); }

//! Those of a volunteer say little about those who keep silent.
QHash<EventId, bool> independentJudgements(const QVector<Event> &events) {
    QHash<EventId, bool> right;
    for (const Event &event : events) {
        if (event.kind != EventKind::Feedback)
            continue;
        const auto feedback = fromKey<Feedback>(word(event, "outcome"));
        const auto good = feedback ? verified(*feedback) : std::nullopt;
        if (good && !isVolunteered(*feedback))
            right.insert(EventId{event.data.value(QLatin1String("verdict")).toInteger()}, *good);
    }
    return right;
}

bool isByTheBar(const Event &event) {
    const auto category = fromKey<HandoffCategory>(word(event, "category"));
    return !category || *category == HandoffCategory::LowConfidence;
}

bool wouldBeAnswered(const PastVerdict &verdict, double bar) {
    return verdict.byTheBar ? verdict.confidence >= bar : verdict.answered;
}

} // namespace

QVector<PastVerdict> pastVerdicts(const QVector<Event> &events) {
    const QHash<EventId, bool> right = independentJudgements(events);
    QVector<PastVerdict> past;
    for (const Event &event : events) {
        if (event.kind != EventKind::Verdict || event.data.value(QLatin1String("picked")).toBool())
            continue;
        PastVerdict verdict{.event = event.id,
                            .conversation = event.conversation,
                            .at = event.at,
                            .question = word(event, "question"),
                            .confidence = event.data.value(QLatin1String("confidence")).toDouble(),
                            .answered = word(event, "decision") == QLatin1String("answered"),
                            .byTheBar = isByTheBar(event),
                            .stored = !event.data.value(QLatin1String("written")).toBool()};
        if (const auto judged = right.constFind(event.id); judged != right.constEnd())
            verdict.right = *judged;
        past += verdict;
    }
    return past;
}

Result<QVector<PastVerdict>> readPast(const EventStore &events, const QDateTime &from) {
    return events
        .events({.kinds = {EventKind::Verdict, EventKind::Feedback}, .conversation = {}, .from = from, .to = {}})
        .map(pastVerdicts);
}

Outlook outlookAt(const QVector<PastVerdict> &past, double bar) {
    Outlook outlook;
    for (const PastVerdict &verdict : past) {
        if (!wouldBeAnswered(verdict, bar)) {
            ++outlook.handedOver;
            continue;
        }
        ++outlook.answered;
        outlook.wrongExpected += 1 - verdict.confidence;
        outlook.judged += verdict.right ? 1 : 0;
        outlook.judgedWrong += verdict.right && !*verdict.right ? 1 : 0;
    }
    outlook.wrongShare = wilsonBand(outlook.judgedWrong, outlook.judged);
    return outlook;
}

QVector<PastVerdict> changingSides(const QVector<PastVerdict> &past, double bar, int most) {
    QVector<PastVerdict> changing;
    for (auto verdict = past.crbegin(); verdict != past.crend() && changing.size() < most; ++verdict) {
        if (wouldBeAnswered(*verdict, bar) != verdict->answered)
            changing += *verdict;
    }
    return changing;
}

QVector<ReliabilityStep> reliabilityOf(const QVector<PastVerdict> &past, int count) {
    QVector<ReliabilityStep> steps;
    for (int i = 0; i < count; ++i)
        steps += {double(i) / count, double(i + 1) / count, 0, 0, 0};
    for (const PastVerdict &verdict : past) {
        if (!verdict.right || steps.isEmpty())
            continue;
        ReliabilityStep &step = steps[std::min(count - 1, int(verdict.confidence * count))];
        ++step.judged;
        step.right += *verdict.right ? 1 : 0;
        step.said += verdict.confidence;
    }
    for (ReliabilityStep &step : steps)
        step.said /= std::max(1, step.judged);
    return steps;
}

double calibrationError(const QVector<ReliabilityStep> &steps) {
    double distance = 0;
    int judged = 0;
    for (const ReliabilityStep &step : steps) {
        judged += step.judged;
        distance += std::abs(step.said * step.judged - step.right);
    }
    return judged == 0 ? 0 : distance / judged;
}

} // namespace relaydesk
