// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The figures of an evaluation, each under its name: for people, for JSON and for the command's help.
#pragma once
#include "app/matching/evaluation.h"
#include <QtCore/QJsonObject>
#include <QtCore/QTextStream>

namespace relaydesk {

//! One run, or several with other draws of the training: then figures are means, and `accuracy_sd` and `top3_sd` say
//! how far the runs lie apart.
struct EvaluationReport {
    QVector<EvaluationResult> runs;
    QString encoder; //!< "words" without
    int trainRows = 0;
    int categories = 0;
    int shots = 0; //!< 0: all
    double memoryMb = 0;
    QStringList remarks;
};

QJsonObject evaluationJson(const EvaluationReport &report);
void printEvaluation(QTextStream &out, const EvaluationReport &report);
//! What each JSON key means, one a line.
QString evaluationKeys();

} // namespace relaydesk
