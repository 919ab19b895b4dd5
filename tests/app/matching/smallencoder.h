// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The small models that script/make-unigram-fixture made with the reference library, as folders that can be opened.
#pragma once
#include "tests/support/sourcefile.h"
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

namespace relaydesk {

inline QString encoderData(const QString &name) { return sourceFile(QStringLiteral("tests/data/encoder/") + name); }

//! Each line a JSON object.
inline QList<QJsonObject> encoderLines(const QString &name) {
    QFile file(encoderData(name));
    QList<QJsonObject> lines;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines.append(QJsonDocument::fromJson(file.readLine()).object());
    }
    return lines;
}

//! `name`: small-mean or small-first.
inline void copySmallEncoder(const QString &name, const QString &folder) {
    QDir().mkpath(folder + QLatin1String("/1_Pooling"));
    const QString unigram = QStringLiteral("unigram/tokenizer.json");
    bool copied = QFile::copy(encoderData(unigram), folder + QLatin1String("/tokenizer.json"));
    for (const char *file :
         {"config.json", "model.safetensors", "1_Pooling/config.json", "config_sentence_transformers.json"})
        copied = QFile::copy(encoderData(name + QLatin1Char('/') + QLatin1String(file)),
                             folder + QLatin1Char('/') + QLatin1String(file)) &&
                 copied;
    if (!copied)
        qFatal("the small encoder cannot be copied");
}

} // namespace relaydesk
