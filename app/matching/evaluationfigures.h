// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a matcher's answers are worth: pure arithmetic over questions whose answer is known.
#pragma once
#include <QtCore/QVector>

namespace relaydesk {

//! A question that was put to the matcher, and what its first articles were worth.
struct JudgedQuestion {
    double chance = 0;   //!< that the first article is right, as the matcher said: 0 to 1
    double score = 0;    //!< Candidate::score of the first article: how well the question is known at all
    bool inScope = true; //!< some article answers it
    bool right = false;  //!< the first one does
    bool amongThree = false;
    bool ambiguous = false; //!< the desk hands over whatever the chance
};

//! Answered from a bar on.
struct Coverage {
    double bar = 1;       //!< above 1: nothing was answered
    double answered = 0;  //!< share of all questions
    double precision = 1; //!< share of the answered that were right
};

//! How well a number tells questions in scope from those outside.
struct Separation {
    double auroc = 0.5; //!< a question in scope has more than one outside (ties half); .5 without either
    double fpr95 = 1;   //!< share of questions outside above the bar that 95 % of those in scope reach
};

struct EvaluationFigures {
    double accuracy = 0; //!< first article right, of questions in scope
    double top3 = 0;     //!< right one among three, of these
    Separation byScore;  //!< JudgedQuestion::score
    Separation byChance; //!< JudgedQuestion::chance, which two likely articles lower as well
    double ece = 0;      //!< expected calibration error over ten equal bins (Guo et al. 2017), all questions
    int questions = 0;
    int outside = 0;
};

EvaluationFigures figuresOf(const QVector<JudgedQuestion> &questions);

//! The lowest bar from which the questions without the ambiguous ones, which no bar lets through, have a mean chance of
//! at least `precision` + 0.005, but at least 0.5: what a desk can choose without knowing what will be right. Above 1
//! where there is none.
double chosenBar(const QVector<JudgedQuestion> &questions, double precision);

//! What a desk with this bar does with the questions; ambiguous ones it hands over.
Coverage coverageAt(const QVector<JudgedQuestion> &questions, double bar);

//! The largest share of the questions that any bar answers with this precision: what the order of chances allows.
Coverage bestCoverage(const QVector<JudgedQuestion> &questions, double precision);

//! Of questions in scope: the share that is answered and rightly; of those outside: the share not answered (Larson et
//! al. 2019, "in-scope accuracy" and "out-of-scope recall").
struct ScopeFigures {
    double inScopeAccuracy = 0;
    double outsideRecall = 1;
};
ScopeFigures scopeAt(const QVector<JudgedQuestion> &questions, double bar);

//! The value below which `share` of the values lie (nearest rank); 0 for none.
double percentile(QVector<double> values, double share);

} // namespace relaydesk
