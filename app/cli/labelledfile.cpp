// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/labelledfile.h"
#include "models/exchange/csvrows.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text, int count = -1) {
    return QCoreApplication::translate("LabelledFile", text, nullptr, count);
}

constexpr int rowsBetweenReports = 5000;
constexpr qsizetype longText = 4000; //!< UTF-16 units that reach the matcher

//! Puts the rows of one file together.
class Collector {
  public:
    Collector(Labels labels, const RowProgress &progress) : m_labels(labels), m_progress(progress) {}

    bool take(const CsvRow &row) {
        if (m_rows++ == 0) {
            readHeader(row.fields);
            return m_text >= 0 && (m_category >= 0 || m_labels == Labels::Optional);
        }
        LabelledText one{row.fields.value(m_text).simplified(), row.fields.value(m_category).simplified()};
        if (one.text.isEmpty() || (one.category.isEmpty() && m_labels == Labels::Needed))
            ++m_incomplete;
        else if (m_seen.contains({one.text, one.category}))
            ++m_repeated;
        else {
            m_seen.insert({one.text, one.category});
            m_file.texts << one;
        }
        m_stopped = m_rows % rowsBetweenReports == 0 && m_progress && !m_progress(m_rows);
        return !m_stopped;
    }

    Result<LabelledFile> done(const QString &path) {
        if (m_stopped)
            return failure(ErrorKind::Cancelled, tr("Stopped while reading \"%1\". Nothing was changed.").arg(path));
        if (m_rows == 0)
            return failure(ErrorKind::Invalid,
                           tr("\"%1\" is empty. Give a CSV file with the columns %2.").arg(path, columns()));
        if (m_text < 0 || (m_category < 0 && m_labels == Labels::Needed))
            return failure(ErrorKind::Invalid,
                           tr("The first line of \"%1\" does not name the columns %2. Put that line at the top.")
                               .arg(path, columns()));
        if (m_file.texts.isEmpty())
            return failure(ErrorKind::Invalid, tr("\"%1\" has a header but no row with %2.").arg(path, columns()));
        if (m_incomplete > 0)
            m_file.remarks
                << tr("%1: %2 rows lack a text or a category and were left out.").arg(path).arg(m_incomplete);
        if (m_repeated > 0)
            m_file.remarks << tr("%1: %2 rows stand there twice and were counted once.").arg(path).arg(m_repeated);
        return std::move(m_file);
    }

  private:
    QString columns() const {
        return m_labels == Labels::Needed ? QStringLiteral("text,category") : QStringLiteral("text");
    }

    void readHeader(const QStringList &names) {
        const auto place = [&names](const QString &wanted) {
            for (qsizetype i = 0; i < names.size(); ++i) {
                if (names[i].trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
                    return i;
            }
            return qsizetype(-1);
        };
        m_text = place(QStringLiteral("text"));
        m_category = place(QStringLiteral("category"));
    }

    Labels m_labels;
    const RowProgress &m_progress;
    LabelledFile m_file;
    QSet<std::pair<QString, QString>> m_seen;
    qsizetype m_text = -1;
    qsizetype m_category = -1;
    int m_rows = 0;
    int m_incomplete = 0;
    int m_repeated = 0;
    bool m_stopped = false;
};

bool hasLetter(const QString &text) {
    return std::any_of(text.begin(), text.end(), [](QChar symbol) { return symbol.isLetterOrNumber(); });
}

//! More than half of its letters are of another script than Latin.
bool isForeign(const QString &text) {
    qsizetype letters = 0;
    qsizetype foreign = 0;
    for (const uint symbol : text.toUcs4()) {
        if (!QChar::isLetter(symbol))
            continue;
        ++letters;
        foreign += QChar::script(symbol) != QChar::Script_Latin ? 1 : 0;
    }
    return 2 * foreign > letters;
}

//! The first text that stands in two categories, and how many do.
std::pair<QString, int> contradictions(const QVector<LabelledText> &texts) {
    QHash<QString, QString> known;
    QSet<QString> twice;
    QString first;
    for (const LabelledText &one : texts) {
        const auto before = known.constFind(one.text);
        if (before == known.constEnd())
            known.insert(one.text, one.category);
        else if (*before != one.category) {
            first = first.isEmpty() ? one.text : first;
            twice.insert(one.text);
        }
    }
    return {first, static_cast<int>(twice.size())};
}

} // namespace

Result<LabelledFile> readLabelledFile(const QString &path, Labels labels, const RowProgress &progress) {
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       tr("\"%1\" cannot be read: %2.")
                           .arg(path, QFileInfo(path).isDir() ? tr("it is a folder") : file.errorString()));
    Collector collector(labels, progress);
    const auto read = readCsvRows(file, [&collector](const CsvRow &row) { return collector.take(row); });
    if (!read)
        return failure(read.error().kind, QStringLiteral("%1: %2").arg(path, read.error().sentence));
    return collector.done(path);
}

QString remarkOnScripts(const QVector<LabelledText> &texts, const QString &path) {
    const auto foreign =
        std::count_if(texts.begin(), texts.end(), [](const LabelledText &one) { return isForeign(one.text); });
    if (foreign == 0)
        return {};
    return tr("%1: %2 of %3 texts are not in Latin letters. The sentence encoder was trained on English: for these the "
              "figures say little.")
        .arg(path)
        .arg(foreign)
        .arg(texts.size());
}

Result<QStringList> remarksOnTraining(const QVector<LabelledText> &texts, const QString &path) {
    QHash<QString, int> sizes;
    for (const LabelledText &one : texts)
        ++sizes[one.category];
    if (sizes.size() < 2)
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" has one category only (\"%2\"). To tell questions apart takes two.")
                           .arg(path, texts.first().category));
    QStringList remarks;
    if (const auto [text, count] = contradictions(texts); count > 0)
        remarks
            << tr("%1: %2 texts stand in more than one category (as \"%3\"). A question in these words is ambiguous.")
                   .arg(path)
                   .arg(count)
                   .arg(text.left(60));
    const auto single = std::count(sizes.begin(), sizes.end(), 1);
    if (single > 0)
        remarks << tr("%1: %2 categories have a single text: nothing of them is left to practise on.")
                       .arg(path)
                       .arg(single);
    const auto mute =
        std::count_if(texts.begin(), texts.end(), [](const LabelledText &one) { return !hasLetter(one.text); });
    if (mute > 0)
        remarks << tr("%1: %2 texts have no letter or digit: nothing can be learned from them.").arg(path).arg(mute);
    const auto tooLong =
        std::count_if(texts.begin(), texts.end(), [](const LabelledText &one) { return one.text.size() > longText; });
    if (tooLong > 0)
        remarks << tr("%1: of %2 texts only the first %3 characters are read.").arg(path).arg(tooLong).arg(longText);
    if (const QString scripts = remarkOnScripts(texts, path); !scripts.isEmpty())
        remarks << scripts;
    return remarks;
}

} // namespace relaydesk
