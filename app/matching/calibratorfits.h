// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The calibrators of a desk after its own outcomes: one for words alone, and one for each encoder it ever had.
#pragma once
#include "app/matching/calibratorfit.h"
#include <optional>

namespace relaydesk {

//! Cosines of two encoders are not comparable, so a candidate's features end with a number that stands for theirs. What
//! was fitted on one encoder's outcomes holds for that one, and is there again when the desk comes back to it.
class CalibratorFits {
  public:
    //! The encoder whose outcomes count from now on, by its name; empty: none.
    void setEncoder(const QString &name);
    //! The outcomes to fit on, of all encoders. Answers how many were used.
    int fitTo(const QVector<CalibrationCase> &cases);

    const CalibratorFit &semantic() const { return m_semantic; }
    const CalibratorFit &lexical() const { return m_lexical; }

    //! As a candidate keeps them.
    QVector<double> marked(const CalibrationFeatures &features) const;
    //! Of features as a candidate keeps them; nothing where they are another encoder's.
    std::optional<double> logOdds(const QVector<double> &marked) const;

  private:
    void refit();
    bool isComparable(const QVector<double> &marked) const;

    double m_encoder = 0; //!< exact; 0: none
    QVector<CalibrationCase> m_cases;
    CalibratorFit m_semantic = {semanticCalibrator, 0};
    CalibratorFit m_lexical = {lexicalCalibrator, 0};
};

} // namespace relaydesk
