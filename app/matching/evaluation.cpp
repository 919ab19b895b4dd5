// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/evaluation.h"
#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <algorithm>

namespace relaydesk {

namespace {

QString said(const char *text) { return QCoreApplication::translate("Evaluation", text); }

constexpr qsizetype atOnce = 256;     //!< questions between two reports of progress
constexpr qsizetype timedAlone = 100; //!< texts that are encoded for their time only
constexpr qsizetype fewestForRate = 500;
constexpr qsizetype timedWhole = 1000; //!< questions whose time is taken

//! A category left out is nearer to the others than most of what customers ask besides: one such question stands for
//! two.
constexpr double likeOutside = 0.5;

struct Judged {
    JudgedQuestion question;
    CalibrationCase outcome;
};

Judged judge(const GaussianMatcher &matcher, const EvaluationQuestion &question) {
    Judged judged;
    judged.question.inScope = question.right.isValid();
    const auto report = matcher.match(question.text, 3);
    if (!report || report->candidates.isEmpty())
        return judged;
    const QVector<Candidate> &found = report->candidates;
    judged.question.chance = calibratedProbability(report->base + found[0].logOdds);
    judged.question.score = found[0].score;
    judged.question.right = question.right.isValid() && found[0].article == question.right;
    judged.question.amongThree =
        question.right.isValid() && std::any_of(found.begin(), found.end(), [&](const Candidate &candidate) {
            return candidate.article == question.right;
        });
    judged.question.ambiguous = report->ambiguous;
    judged.outcome = {found[0].features, 0, judged.question.right};
    return judged;
}

//! What the nearest phrasing alone would say, of the same vectors: to compare with.
JudgedQuestion judgeByCosine(const GaussianMatcher &matcher, const EvaluationQuestion &question) {
    JudgedQuestion judged;
    judged.inScope = question.right.isValid();
    const GaussianEvidence evidence = matcher.evidence(question.text);
    const auto nearest =
        std::max_element(evidence.articles.begin(), evidence.articles.end(),
                         [](const ArticleEvidence &a, const ArticleEvidence &b) { return a.cosine < b.cosine; });
    if (nearest == evidence.articles.end())
        return judged;
    judged.chance = judged.score = nearest->cosine;
    judged.right = judged.inScope && nearest->article == question.right;
    return judged;
}

} // namespace

Result<void> Evaluation::report(const QString &what, qsizetype done, qsizetype all) const {
    if (m_progress && !m_progress(what, static_cast<int>(done), static_cast<int>(all)))
        return failure(ErrorKind::Cancelled, said("Stopped. Nothing was changed; the figures so far are left out."));
    return {};
}

//! Piece by piece, so that it can be watched and ended; what was encoded before is not encoded again.
Result<void> Evaluation::build(const QVector<Article> &articles, const QString &what) {
    RELAYDESK_TRY(report(what, 0, articles.size()));
    for (qsizetype done = 0; done < articles.size();) {
        RELAYDESK_TRY(m_matcher.update(articles[done++]));
        RELAYDESK_TRY(report(what, done, articles.size()));
    }
    return {};
}

Result<QVector<JudgedQuestion>> Evaluation::ask(const QVector<EvaluationQuestion> &questions, const QString &what,
                                                QVector<CalibrationCase> *cases) {
    QVector<JudgedQuestion> judged;
    for (qsizetype from = 0; from < questions.size(); from += atOnce) {
        RELAYDESK_TRY(report(what, from, questions.size()));
        const auto some = QtConcurrent::blockingMapped<QVector<Judged>>(
            questions.mid(from, atOnce),
            [this](const EvaluationQuestion &question) { return judge(m_matcher, question); });
        for (const Judged &one : some) {
            judged << one.question;
            if (cases)
                *cases << one.outcome;
        }
    }
    RELAYDESK_TRY(report(what, questions.size(), questions.size()));
    return judged;
}

Result<QVector<JudgedQuestion>> Evaluation::askByCosine(const QVector<EvaluationQuestion> &questions) {
    QVector<JudgedQuestion> judged;
    for (qsizetype from = 0; from < questions.size(); from += atOnce) {
        RELAYDESK_TRY(report(said("Comparing with the nearest phrasing"), from, questions.size()));
        judged += QtConcurrent::blockingMapped<QVector<JudgedQuestion>>(
            questions.mid(from, atOnce),
            [this](const EvaluationQuestion &question) { return judgeByCosine(m_matcher, question); });
    }
    return judged;
}

Result<QVector<JudgedQuestion>> Evaluation::practise(const EvaluationData &data, unsigned seed, int &practised) {
    const auto asked = double(data.test.size() + data.outside.size());
    const double outside = likeOutside * double(data.outside.size()) / std::max(1.0, asked);
    const EvaluationDesk desk = practiceDesk(data.train, outside, seed);
    RELAYDESK_TRY(m_matcher.calibrate({}));
    RELAYDESK_TRY(m_matcher.rebuild({}));
    RELAYDESK_TRY(build(desk.articles, said("Practising: learning a part of the training")));
    QVector<CalibrationCase> cases;
    auto judged = ask(desk.questions, said("Practising: asking the other part"), &cases);
    RELAYDESK_TRY(judged);
    const auto used = m_matcher.calibrate(cases);
    RELAYDESK_TRY(used);
    practised = *used;
    // Every text is encoded by now: asking again takes little.
    return ask(desk.questions, said("Practising: choosing the bars"), nullptr);
}

Result<EvaluationTimes> Evaluation::timed(const QVector<EvaluationQuestion> &questions) {
    EvaluationTimes times;
    QElapsedTimer timer;
    for (qsizetype i = 0; m_encoder && i < std::min(timedAlone, questions.size()); ++i) {
        timer.start();
        const std::vector<float> vector = m_encoder->encode(questions[i].text);
        times.encode << double(timer.nsecsElapsed()) / 1e6;
    }
    const qsizetype all = std::min(timedWhole, questions.size());
    for (qsizetype i = 0; i < all; ++i) {
        if (i % atOnce == 0)
            RELAYDESK_TRY(report(said("Taking the time of questions"), i, all));
        timer.start();
        const auto answer = m_matcher.match(questions[i].text, 3);
        times.query << double(timer.nsecsElapsed()) / 1e6;
        RELAYDESK_TRY(answer);
    }
    return times;
}

Result<EvaluationResult> Evaluation::run(const EvaluationData &data, unsigned seed, bool measureTimes) {
    EvaluationResult result;
    QElapsedTimer timer;
    timer.start();
    const auto practice = practise(data, seed, result.practised);
    RELAYDESK_TRY(practice);
    const EvaluationDesk desk = deskOf(data);
    const double before = double(timer.nsecsElapsed()) / 1e9;
    RELAYDESK_TRY(build(desk.articles, said("Learning the training")));
    result.trainSeconds = double(timer.nsecsElapsed()) / 1e9;
    result.buildSeconds = result.trainSeconds - before;
    if (measureTimes) {
        const auto times = timed(desk.questions);
        RELAYDESK_TRY(times);
        result.times = *times;
    }
    const qsizetype asked = result.times.query.size(); // their vectors are known by now
    auto judged = ask(desk.questions.mid(0, asked), said("Asking the test"), nullptr);
    RELAYDESK_TRY(judged);
    timer.start();
    const auto others = ask(desk.questions.mid(asked), said("Asking the test"), nullptr);
    RELAYDESK_TRY(others);
    if (others->size() >= fewestForRate)
        result.perSecond = double(others->size()) * 1e9 / double(timer.nsecsElapsed());
    *judged += *others;
    result.figures = figuresOf(*judged);
    const auto byCosine = askByCosine(desk.questions);
    RELAYDESK_TRY(byCosine);
    result.byCosine = figuresOf(*byCosine);
    for (size_t i = 0; i < EvaluationResult::precisions.size(); ++i) {
        const double precision = EvaluationResult::precisions.at(i);
        result.chosen.at(i) = coverageAt(*judged, chosenBar(*practice, precision));
        result.best.at(i) = bestCoverage(*judged, precision);
        result.bestByCosine.at(i) = bestCoverage(*byCosine, precision);
    }
    result.scope = scopeAt(*judged, result.chosen[1].bar);
    return result;
}

} // namespace relaydesk
