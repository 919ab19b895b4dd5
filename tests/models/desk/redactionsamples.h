// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads the tables of private and harmless lines, whose private stretches are marked as {{KIND:value}}.
#pragma once
#include "models/desk/redactionsearch.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

namespace relaydesk {

struct RedactionSample {
    QString text;            //!< without the marks
    QVector<Secret> secrets; //!< what the marks said
};

inline RedactionSample redactionSample(const QString &marked) {
    static const QRegularExpression mark(QStringLiteral("\\{\\{([A-Z]+):(.*?)\\}\\}"));
    RedactionSample sample;
    qsizetype done = 0;
    for (auto matches = mark.globalMatch(marked); matches.hasNext();) {
        const auto match = matches.next();
        sample.text += QStringView(marked).mid(done, match.capturedStart() - done);
        sample.secrets.append({match.captured(1), sample.text.size(), match.capturedLength(2)});
        sample.text += match.captured(2);
        done = match.capturedEnd();
    }
    sample.text += marked.mid(done);
    return sample;
}

//! Empty where the file cannot be read.
inline QVector<RedactionSample> redactionSamples(const QString &name) {
    QFile file(sourceFile(QStringLiteral("tests/data/redaction/") + name));
    QVector<RedactionSample> samples;
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(QLatin1String("# ")))
            samples.append(redactionSample(line));
    }
    return samples;
}

} // namespace relaydesk
