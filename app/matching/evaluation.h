// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Trains a matcher on labelled questions and measures it on others, the way a desk would come to use it.
#pragma once
#include "app/matching/evaluationdata.h"
#include "app/matching/evaluationfigures.h"
#include "app/matching/gaussianmatcher.h"
#include <array>
#include <functional>

namespace relaydesk {

//! Milliseconds.
struct EvaluationTimes {
    QVector<double> encode; //!< of a text alone
    QVector<double> query;  //!< of a question, encoding included, on one thread
};

struct EvaluationResult {
    static constexpr std::array<double, 3> precisions = {0.90, 0.95, 0.98};
    EvaluationFigures figures;
    std::array<Coverage, 3> chosen; //!< with the bar chosen by practising on the training part
    std::array<Coverage, 3> best;   //!< with the best bar there is for the test
    EvaluationFigures byCosine;     //!< of the article with the nearest phrasing, and nothing else
    std::array<Coverage, 3> bestByCosine;
    ScopeFigures scope;      //!< at the bar chosen for 95 %
    EvaluationTimes times;   //!< where they were asked for
    double trainSeconds = 0; //!< practice, calibration and the final build
    double buildSeconds = 0; //!< the final build alone
    double perSecond = 0;    //!< distinct questions answered on all cores, encoding included; 0: too few to tell
    int practised = 0;       //!< questions of the practice that the probabilities were fitted on
};

class Evaluation {
  public:
    //! `what` is under way, `done` of `all`; answers whether to go on.
    using Progress = std::function<bool(const QString &what, int done, int all)>;

    //! `encoder` is the matcher's own, or null for words alone. All must outlive it.
    Evaluation(GaussianMatcher &matcher, const SentenceEncoder *encoder, Progress progress)
        : m_matcher(matcher)
        , m_encoder(encoder)
        , m_progress(std::move(progress)) {}

    //! 1. Practises: builds from a part of the training, asks the rest, fits the probabilities on what came out and
    //! chooses the bars. 2. Builds from all of the training. 3. Asks the test. Fails (Cancelled) where `progress` ends
    //! it.
    Result<EvaluationResult> run(const EvaluationData &data, unsigned seed, bool measureTimes);

  private:
    Result<void> build(const QVector<Article> &articles, const QString &what);
    Result<QVector<JudgedQuestion>> practise(const EvaluationData &data, unsigned seed, int &practised);
    Result<QVector<JudgedQuestion>> ask(const QVector<EvaluationQuestion> &questions, const QString &what,
                                        QVector<CalibrationCase> *cases);
    Result<QVector<JudgedQuestion>> askByCosine(const QVector<EvaluationQuestion> &questions);
    Result<EvaluationTimes> timed(const QVector<EvaluationQuestion> &questions);
    Result<void> report(const QString &what, qsizetype done, qsizetype all) const;

    GaussianMatcher &m_matcher;
    const SentenceEncoder *m_encoder;
    Progress m_progress;
};

} // namespace relaydesk
