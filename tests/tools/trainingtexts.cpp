// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/trainingtexts.h"
#include "models/exchange/csvrows.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QFile>
#include <QtCore/QVector>
#include <utility>

namespace relaydesk {

namespace {
//! First and second field of each row after the header; nothing where the file cannot be read.
QVector<std::pair<QString, QString>> pairs(const QString &file) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const auto rows = csvRows(source.readAll());
    QVector<std::pair<QString, QString>> result;
    for (qsizetype row = 1; rows && row < rows->size(); ++row)
        result << std::pair(rows->at(row).fields.value(0), rows->at(row).fields.value(1));
    return result;
}
} // namespace

QHash<QString, QStringList> textsByCategory(const QString &file) {
    QHash<QString, QStringList> texts;
    const auto rows = pairs(file);
    for (const auto &[text, category] : rows)
        texts[category] << text;
    return texts;
}

QHash<QString, QString> simulatedAnswers() {
    QHash<QString, QString> answers;
    const auto rows = pairs(sourceFile(QStringLiteral("tests/tools/simulated_answers.csv")));
    for (const auto &[category, answer] : rows)
        answers[category] = answer;
    return answers;
}

} // namespace relaydesk
