// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The sample knowledge and the untuned questions to it, for tests and benchmarks of matching.
#pragma once
#include "models/exchange/csvrows.h"
#include "models/exchange/exchange.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QFile>
#include <QtCore/QStringList>

namespace relaydesk {

inline QByteArray fixtureBytes(const char *file) {
    QFile source(sourceFile(QLatin1String(file)));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

//! The articles of resources/knowledge/sample.md with ids from 1; none where it cannot be read.
inline QVector<Article> sampleKnowledge() {
    QVector<Article> articles =
        readArticles(fixtureBytes("resources/knowledge/sample.md"), Format::Markdown).value_or(QVector<Article>());
    for (qsizetype i = 0; i < articles.size(); ++i)
        articles[i].id = ArticleId{i + 1};
    return articles;
}

//! The fields of each row after the header; none where the file cannot be read.
inline QVector<QStringList> fixtureRows(const char *file) {
    QVector<QStringList> fields;
    const auto rows = csvRows(fixtureBytes(file));
    for (qsizetype row = 1; rows && row < rows->size(); ++row)
        fields << rows->at(row).fields;
    return fields;
}

} // namespace relaydesk
