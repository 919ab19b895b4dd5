// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchange.h"
#include "models/exchange/csvformat.h"
#include "models/exchange/jsonlinesformat.h"
#include "models/exchange/markdownreader.h"
#include "models/exchange/markdownwriter.h"
#include "models/exchange/textfile.h"

namespace relaydesk {

std::optional<Format> formatOf(const QString &fileName) {
    const auto endsWith = [&](QLatin1String ending) { return fileName.endsWith(ending, Qt::CaseInsensitive); };
    if (endsWith(QLatin1String(".csv")))
        return Format::Csv;
    if (endsWith(QLatin1String(".jsonl")) || endsWith(QLatin1String(".ndjson")))
        return Format::JsonLines;
    if (endsWith(QLatin1String(".md")) || endsWith(QLatin1String(".markdown")))
        return Format::Markdown;
    return std::nullopt;
}

Result<QVector<Article>> readArticles(const QByteArray &bytes, Format format) {
    const auto text = decodedText(bytes);
    RELAYDESK_TRY(text);
    switch (format) {
    case Format::Csv:
        return readCsv(*text);
    case Format::JsonLines:
        return readJsonLines(*text);
    case Format::Markdown:
        break;
    }
    return readMarkdown(*text);
}

QByteArray writeArticles(const QVector<Article> &articles, Format format) {
    switch (format) {
    case Format::Csv:
        return writeCsv(articles);
    case Format::JsonLines:
        return writeJsonLines(articles);
    case Format::Markdown:
        break;
    }
    return writeMarkdown(articles);
}

} // namespace relaydesk
