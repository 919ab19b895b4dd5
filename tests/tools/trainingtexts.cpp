// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/trainingtexts.h"
#include <QtCore/QFile>

namespace relaydesk {

QVector<QStringList> csvRows(const QString &file) {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(source.readAll()).remove(u'\r');
    QVector<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (const QChar letter : text) {
        if (letter == u'"') {
            if (!quoted && !field.isEmpty() && field.back() == QChar(0))
                field.back() = u'"'; // a doubled quote
            else if (quoted)
                field += QChar(0); // the end of the field, or the first of two
            quoted = !quoted;
        } else if (quoted) {
            field += letter;
        } else if (letter == u',' || letter == u'\n') {
            row << field.remove(QChar(0));
            field.clear();
            if (letter == u'\n') {
                rows << row;
                row.clear();
            }
        } else {
            field += letter;
        }
    }
    if (!field.isEmpty())
        rows << (row << field.remove(QChar(0)));
    return rows.mid(1);
}

QHash<QString, QStringList> textsByCategory(const QString &file) {
    QHash<QString, QStringList> texts;
    const QVector<QStringList> rows = csvRows(file);
    for (const QStringList &row : rows) {
        if (row.size() == 2)
            texts[row[1]] << row[0];
    }
    return texts;
}

QHash<QString, QString> simulatedAnswers() {
    QHash<QString, QString> answers;
    const QVector<QStringList> rows =
        csvRows(QStringLiteral(RELAYDESK_SOURCE_DIR "/tests/tools/simulated_answers.csv"));
    for (const QStringList &row : rows) {
        if (row.size() == 2)
            answers[row[0]] = row[1];
    }
    return answers;
}

} // namespace relaydesk
