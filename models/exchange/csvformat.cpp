// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/csvformat.h"
#include "models/exchange/articlerules.h"
#include "models/exchange/csvrows.h"
#include "models/exchange/references.h"
#include "models/exchange/textfile.h"
#include <QtCore/QHash>
#include <algorithm>

namespace relaydesk {

namespace {

enum Column { Title, Question, Answer, Tags };
const QStringList columnNames{QStringLiteral("title"), QStringLiteral("question"), QStringLiteral("answer"),
                              QStringLiteral("tags")};

//! For each column of the file, which of ours it is.
Result<QVector<Column>> columnsOf(const CsvRow &header) {
    QVector<Column> columns;
    for (const QString &field : header.fields) {
        const auto known = columnNames.indexOf(field.trimmed().toLower());
        if (known < 0)
            return lineFailure(header.line, ExchangeText::tr("the column %1 is none of title, question, answer and "
                                                             "tags. Rename it or take it out.")
                                                .arg(quoted(field)));
        if (columns.contains(static_cast<Column>(known)))
            return lineFailure(header.line, ExchangeText::tr("the column %1 is there twice.").arg(quoted(field)));
        columns += static_cast<Column>(known);
    }
    for (const Column required : {Title, Answer}) {
        if (!columns.contains(required))
            return lineFailure(header.line,
                               ExchangeText::tr("the column %1 is missing. The first line names the columns: "
                                                "title,question,answer,tags.")
                                   .arg(quoted(columnNames[required])));
    }
    return columns;
}

//! Puts the rows of one title together.
class CsvArticles {
  public:
    explicit CsvArticles(QVector<Column> columns) : m_columns(std::move(columns)) {}

    Result<void> add(const CsvRow &row) {
        if (row.fields.size() != m_columns.size())
            return lineFailure(row.line, ExchangeText::tr("the row has %1 fields where the header has %2.")
                                             .arg(row.fields.size())
                                             .arg(m_columns.size()));
        const QString title = field(row, Title);
        RELAYDESK_TRY(checkTitle(title, row.line));
        const auto at = m_index.value(sameTextKey(title), m_articles.size());
        if (at == m_articles.size()) {
            m_index.insert(sameTextKey(title), at);
            m_articles += importedArticle(title);
            m_lines += Lines{.first = row.line};
        }
        RELAYDESK_TRY(addQuestion(m_articles[at], row));
        addTags(m_articles[at], row);
        return addAnswer(m_articles[at], m_lines[at], row);
    }

    Result<QVector<Article>> done() const {
        for (qsizetype at = 0; at < m_articles.size(); ++at)
            RELAYDESK_TRY(checkAnswer(m_articles[at].answer, m_articles[at].title, m_lines[at].first));
        return m_articles;
    }

  private:
    struct Lines {
        int first = 0;
        int answer = 0;
    };

    QString field(const CsvRow &row, Column column) const {
        const auto at = m_columns.indexOf(column);
        return at < 0 ? QString() : row.fields[at];
    }

    Result<void> addQuestion(Article &article, const CsvRow &row) const {
        const QString question = field(row, Question);
        if (question.trimmed().isEmpty())
            return {};
        article.phrasings += Phrasing{{}, question, Origin::Import};
        return checkPhrasing(question, row.line);
    }

    void addTags(Article &article, const CsvRow &row) const {
        const QStringList before = article.tags;
        for (const QString &tag : splitTags(field(row, Tags), u';')) {
            if (!before.contains(tag, Qt::CaseInsensitive))
                article.tags += tag;
        }
    }

    Result<void> addAnswer(Article &article, Lines &lines, const CsvRow &row) const {
        const QString answer = field(row, Answer);
        if (answer.trimmed().isEmpty() || answer == article.answer)
            return {};
        if (lines.answer > 0)
            return lineFailure(row.line, ExchangeText::tr("the article %1 has another answer here than in line %2. "
                                                          "Leave one of the two.")
                                             .arg(quoted(article.title), QString::number(lines.answer)));
        article.answer = answer;
        lines.answer = row.line;
        return checkAnswer(answer, article.title, row.line);
    }

    QVector<Column> m_columns;
    QVector<Article> m_articles;
    QVector<Lines> m_lines;
    QHash<QString, qsizetype> m_index;
};

bool isEmptyRow(const CsvRow &row) {
    return std::all_of(row.fields.begin(), row.fields.end(), [](const QString &f) { return f.trimmed().isEmpty(); });
}

} // namespace

Result<QVector<Article>> readCsv(const QString &text) {
    const auto rows = csvRows(text.toUtf8());
    RELAYDESK_TRY(rows);
    if (rows->isEmpty())
        return lineFailure(1, ExchangeText::tr("the file is empty. The first line names the columns: "
                                               "title,question,answer,tags."));
    const auto columns = columnsOf(rows->first());
    RELAYDESK_TRY(columns);
    CsvArticles articles(*columns);
    for (const CsvRow &row : rows->sliced(1)) {
        if (!isEmptyRow(row))
            RELAYDESK_TRY(articles.add(row));
    }
    return articles.done();
}

QByteArray writeCsv(const QVector<Article> &articles) {
    QByteArray out = columnNames.join(u',').toUtf8() + '\n';
    for (const Article &article : articles) {
        QStringList questions;
        for (const Phrasing &phrasing : article.phrasings) {
            if (!phrasing.text.trimmed().isEmpty())
                questions += phrasing.text;
        }
        QString answer = article.answer;
        QString tags = joinedTags(article.tags, u';', u";");
        for (const QString &question : questions.isEmpty() ? QStringList{QString()} : questions) {
            out += csvField(article.title) + ',' + csvField(question) + ',' + csvField(answer) + ',' + csvField(tags);
            out += '\n';
            answer.clear();
            tags.clear();
        }
    }
    return out;
}

} // namespace relaydesk
