// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/calibration.h"
#include "models/desk/logodds.h"
#include "models/desk/rescoring.h"
#include <QtCore/QJsonArray>
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

double numberIn(const Event &event, const char *key, double otherwise) {
    return event.data.value(QLatin1String(key)).toDouble(otherwise);
}

//! Whether so many of the recent answers were judged by their customers that it hardly matters who keeps silent.
bool areHeard(const QVector<JudgedAnswer> &cases, const QVector<EventId> &answered) {
    if (answered.isEmpty())
        return false;
    QSet<EventId> judged;
    for (const JudgedAnswer &answer : cases) {
        if (answer.volunteered)
            judged.insert(answer.verdict);
    }
    const auto count = std::count_if(answered.begin(), answered.end(), [&](EventId id) { return judged.contains(id); });
    return double(count) >= Calibration::fairShare * double(answered.size());
}

QVector<SmallCase> smallCasesOf(const QVector<JudgedAnswer> &answers) {
    QVector<SmallCase> cases;
    for (const JudgedAnswer &answer : answers)
        cases += smallCaseOf(answer.confidence, answer.right);
    return cases;
}

} // namespace

Result<Calibration::Fit> Calibration::lastFit() const {
    const auto fits = m_journal.stores().events.events(
        {.kinds = {EventKind::Refitted}, .conversation = {}, .from = {}, .to = {}, .newest = 1});
    RELAYDESK_TRY(fits);
    Fit fit;
    if (fits->isEmpty())
        return fit;
    const Event &event = fits->first();
    fit.event = event.id;
    fit.at = event.at;
    fit.upTo = EventId{event.data.value(QLatin1String("upTo")).toInteger()};
    fit.outcomes = event.data.value(QLatin1String("outcomes")).toInt();
    const SmallWeights shipped;
    fit.weights = {numberIn(event, "specificity", shipped.specificity), numberIn(event, "certainty", shipped.certainty),
                   numberIn(event, "history", shipped.history)};
    QVector<double> written;
    for (const QJsonValue &number : event.data.value(QLatin1String("written")).toArray())
        written += number.toDouble();
    fit.written = writtenWeightsFrom(written);
    return fit;
}

//! The cases and the scores as they were when it was fitted.
Result<void> Calibration::readHistory(Fit &fit) const {
    const EventStore &events = m_journal.stores().events;
    auto cases = judgedAnswers(events, fit.upTo, mostCases);
    RELAYDESK_TRY(cases);
    auto recent = recentVerdicts(events, fit.upTo, fit.at, recentScores);
    RELAYDESK_TRY(recent);
    fit.heard = areHeard(*cases, recent->answered);
    auto drafts = judgedDrafts(events, fit.upTo, mostCases);
    RELAYDESK_TRY(drafts);
    for (QVector<JudgedAnswer> *judged : {&*cases, &*drafts})
        judged->removeIf([&](const JudgedAnswer &answer) { return answer.volunteered && !fit.heard; });
    for (const JudgedAnswer &draft : std::as_const(*drafts))
        fit.drafts += writtenCaseOf(draft.confidence, draft.share);
    fit.cases = std::move(*cases);
    fit.recent = std::move(recent->candidates);
    return {};
}

Result<void> Calibration::apply(Fit fit) {
    QVector<CalibrationCase> cases;
    for (const JudgedAnswer &answer : fit.cases)
        cases +=
            {answer.features, smallLogOdds(fit.weights, smallCaseOf(answer.confidence, answer.right)), answer.right};
    const auto used = m_knowledge.calibrate(cases);
    RELAYDESK_TRY(used);
    fit.used = *used;
    // What was said under other weights says nothing about what passes under these.
    fit.scores.clear();
    for (const JudgedAnswer &candidate : std::as_const(fit.recent))
        fit.scores += scoreNow(m_knowledge, fit.weights, candidate);
    for (JudgedAnswer &answer : fit.cases)
        answer.confidence.score = scoreNow(m_knowledge, fit.weights, answer);
    m_fit = std::move(fit);
    return {};
}

Result<void> Calibration::load() {
    auto fit = lastFit();
    RELAYDESK_TRY(fit);
    const auto since = outcomesSince(m_journal.stores().events, fit->at, fit->upTo);
    RELAYDESK_TRY(since);
    m_since = since->outcomes;
    if (fit->event == m_fit.event)
        return {};
    RELAYDESK_TRY(readHistory(*fit));
    return apply(std::move(*fit));
}

Result<void> Calibration::refitIfDue() {
    RELAYDESK_TRY(load());
    if (m_since < refitEvery)
        return {};
    const auto since = outcomesSince(m_journal.stores().events, m_fit.at, m_fit.upTo);
    RELAYDESK_TRY(since);
    Fit fit;
    fit.at = m_journal.now();
    fit.upTo = since->last;
    fit.outcomes = m_fit.outcomes + since->outcomes;
    RELAYDESK_TRY(readHistory(fit));
    fit.weights = fitSmallWeights(smallCasesOf(fit.cases));
    fit.written = fitWrittenWeights(fit.drafts);
    const Fit before = m_fit;
    RELAYDESK_TRY(apply(std::move(fit)));
    const auto logged = log(m_fit);
    if (logged)
        m_since = 0;
    else
        static_cast<void>(apply(before)); // what is in force must be what the log says
    return logged;
}

Result<void> Calibration::log(Fit &fit) {
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    QJsonArray written;
    for (const double weight : numbersOf(fit.written))
        written.append(weight);
    return m_journal.atomically([&]() -> Result<void> {
        const auto event = m_journal.log({.kind = EventKind::Refitted,
                                          .data = {{QStringLiteral("outcomes"), fit.outcomes},
                                                   {QStringLiteral("upTo"), fit.upTo.value},
                                                   {QStringLiteral("used"), fit.used},
                                                   {QStringLiteral("heard"), fit.heard},
                                                   {QStringLiteral("specificity"), fit.weights.specificity},
                                                   {QStringLiteral("certainty"), fit.weights.certainty},
                                                   {QStringLiteral("history"), fit.weights.history},
                                                   {QStringLiteral("written"), written},
                                                   {QStringLiteral("drafts"), int(fit.drafts.size())},
                                                   {QStringLiteral("bar"), standard(*settings).bar.value},
                                                   {QStringLiteral("wanted"), settings->precision}}});
        RELAYDESK_TRY(event);
        fit.event = *event;
        return {};
    });
}

Standard Calibration::standard(const DeskSettings &settings) const {
    Standard standard{{settings.bar, {}}, m_fit.weights, m_fit.written};
    BarGround &ground = standard.bar.ground;
    ground.outcomes = m_fit.outcomes + m_since;
    if (!settings.followsPrecision)
        return standard;
    ground.wanted = settings.precision;
    ground.rule = m_fit.outcomes < outcomesForPrecision ? BarRule::Thin : BarRule::Precision;
    if (ground.rule == BarRule::Precision)
        standard.bar.value = barForPrecision(m_fit.scores, settings.precision);
    for (const JudgedAnswer &answer : m_fit.cases) {
        if (answer.confidence.score < standard.bar.value)
            continue;
        ++ground.judged;
        ground.right += answer.right ? 1 : 0;
    }
    return standard;
}

} // namespace relaydesk
