// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads the public training sets and our simulated answers for the tools that fit and measure the matcher.
#pragma once
#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

//! The texts of each category, in the order of the file, of a CSV file with the columns text, category.
QHash<QString, QStringList> textsByCategory(const QString &file);

//! An own answer for each category that a help desk could answer (tests/tools/simulated_answers.csv).
QHash<QString, QString> simulatedAnswers();

} // namespace relaydesk
