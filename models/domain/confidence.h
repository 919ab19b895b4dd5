// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How sure the assistant is, always together with the factors that made the number.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

struct Factor {
    QString name;       //!< similarity, specificity, certainty, history (and grounding for a written answer)
    double value = 0;   //!< 0 to 1, for people
    double logOdds = 0; //!< its part of the sum
    friend bool operator==(const Factor &, const Factor &) = default;
};

//! logit(score) = base + sum of the factors' log-odds.
struct Confidence {
    double score = 0; //!< 0 to 1
    double base = 0;  //!< log-odds before any factor
    QVector<Factor> factors;
    friend bool operator==(const Confidence &, const Confidence &) = default;
};

} // namespace relaydesk
