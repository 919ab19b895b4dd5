// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/calibratorfits.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr auto featureCount = static_cast<qsizetype>(calibrationFeatureCount);

//! No phrasing and no sentence was near in meaning because there was no meaning to compare.
bool isOfWordsAlone(const QVector<double> &features) {
    return features.size() >= featureCount && features[cosineFeature] == 0 && features[answerCosineFeature] == 0;
}

QVector<double> unmarked(const QVector<double> &features) {
    return features.first(std::min(features.size(), featureCount));
}

} // namespace

void CalibratorFits::setEncoder(const QString &name) {
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    m_encoder = name.isEmpty() ? 0 : double((qFromBigEndian<quint64>(digest.constData()) >> 16) | 1);
    refit();
}

int CalibratorFits::fitTo(const QVector<CalibrationCase> &cases) {
    m_cases = cases;
    refit();
    return m_semantic.used + m_lexical.used;
}

void CalibratorFits::refit() {
    QVector<CalibrationCase> meaning;
    QVector<CalibrationCase> words;
    for (CalibrationCase one : std::as_const(m_cases)) {
        if (!isComparable(one.features))
            continue;
        one.features = unmarked(one.features);
        (isOfWordsAlone(one.features) ? words : meaning) << one;
    }
    m_semantic = refittedCalibrator(semanticCalibrator, meaning);
    m_lexical = refittedCalibrator(lexicalCalibrator, words);
}

//! Words are the same with any encoder; and what an earlier program kept says nothing of its encoder.
bool CalibratorFits::isComparable(const QVector<double> &marked) const {
    return marked.size() != featureCount + 1 || marked.last() == m_encoder || isOfWordsAlone(marked);
}

QVector<double> CalibratorFits::marked(const CalibrationFeatures &features) const {
    QVector<double> kept(features.begin(), features.end());
    if (m_encoder != 0 && !isOfWordsAlone(kept))
        kept << m_encoder;
    return kept;
}

std::optional<double> CalibratorFits::logOdds(const QVector<double> &marked) const {
    CalibrationFeatures values{};
    const QVector<double> plain = unmarked(marked);
    if (plain.size() != featureCount || !isComparable(marked))
        return std::nullopt;
    std::copy(plain.begin(), plain.end(), values.begin());
    const Calibrator &calibrator = (isOfWordsAlone(plain) ? m_lexical : m_semantic).calibrator;
    const double logOdds = calibrator.base + calibratedLogOdds(calibrator, values);
    return std::isfinite(logOdds) ? std::optional(logOdds) : std::nullopt;
}

} // namespace relaydesk
