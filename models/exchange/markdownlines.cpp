// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/markdownlines.h"
#include "models/exchange/textfile.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

const QString askedAs = QStringLiteral("asked as");
const QString tagsMark = QStringLiteral("tags:");

int headingLevel(QStringView line) {
    qsizetype level = 0;
    while (level < line.size() && line[level] == u'#')
        ++level;
    const bool spaceFollows = level == line.size() || line[level].isSpace();
    return level <= 6 && spaceFollows ? int(level) : 0;
}

//! The run of backticks or tildes with which the line opens or closes a code block; empty if it does neither.
QString fenceOf(const QString &line) {
    const QString text = line.trimmed();
    const auto indent = line.indexOf(text.left(1));
    if (text.isEmpty() || indent > 3 || (text[0] != u'`' && text[0] != u'~'))
        return {};
    qsizetype length = 0;
    while (length < text.size() && text[length] == text[0])
        ++length;
    return length < 3 ? QString() : text.left(length);
}

class MarkdownScanner {
  public:
    MarkdownLine line(const QString &text) {
        MarkdownLine line{.number = ++m_number, .text = text};
        if (!m_guardEnd.isEmpty())
            line.kind = inGuard(text);
        else if (!m_fence.isEmpty())
            line.kind = inFence(text);
        else
            line.kind = outside(text);
        if (line.kind == MarkdownLine::Heading)
            line.level = headingLevel(text);
        return line;
    }

    Result<void> ended() const {
        if (!m_guardEnd.isEmpty())
            return lineFailure(
                m_openedAt,
                ExchangeText::tr("an answer is opened by a comment and never closed by %1.").arg(quoted(m_guardEnd)));
        if (!m_fence.isEmpty())
            return lineFailure(m_openedAt, ExchangeText::tr("a code block is opened and never closed."));
        return {};
    }

  private:
    MarkdownLine::Kind inGuard(const QString &text) {
        if (text.trimmed() != m_guardEnd)
            return MarkdownLine::Guarded;
        m_guardEnd.clear();
        return MarkdownLine::Guard;
    }

    MarkdownLine::Kind inFence(const QString &text) {
        const QString fence = fenceOf(text);
        if (fence.startsWith(m_fence) && text.trimmed() == fence)
            m_fence.clear();
        return MarkdownLine::Code;
    }

    MarkdownLine::Kind outside(const QString &text) {
        static const QRegularExpression guard(QStringLiteral("^<!-- answer (\\d{1,9}) -->$"));
        m_openedAt = m_number;
        if (const auto match = guard.match(text.trimmed()); match.hasMatch()) {
            m_guardEnd = guardEnd(match.captured(1).toInt());
            return MarkdownLine::Guard;
        }
        const QString fence = fenceOf(text);
        const bool spansWords = fence.startsWith(u'`') && text.trimmed().sliced(fence.size()).contains(u'`');
        if (!fence.isEmpty() && !spansWords) {
            m_fence = fence;
            return MarkdownLine::Code;
        }
        return headingLevel(text) > 0 ? MarkdownLine::Heading : MarkdownLine::Text;
    }

    int m_number = 0;
    int m_openedAt = 0;
    QString m_fence;
    QString m_guardEnd;
};

} // namespace

bool MarkdownLine::isAskedAsHeading() const {
    const QString words = kind == Heading && level >= 2 ? headingText() : QString();
    return words.compare(askedAs, Qt::CaseInsensitive) == 0 || words.compare(askedAs + u':', Qt::CaseInsensitive) == 0;
}

bool MarkdownLine::isAskedAs() const {
    return isAskedAsHeading() || (kind == Text && text.trimmed().compare(askedAs + u':', Qt::CaseInsensitive) == 0);
}

bool MarkdownLine::isTags() const { return kind == Text && text.startsWith(tagsMark, Qt::CaseInsensitive); }

QString MarkdownLine::headingText() const {
    QString title = text.sliced(level).trimmed();
    auto end = title.size();
    while (end > 0 && title[end - 1] == u'#')
        --end;
    if (end == 0 || title[end - 1].isSpace())
        title.truncate(end);
    return title.trimmed();
}

QString MarkdownLine::tagsText() const { return text.sliced(tagsMark.size()).trimmed(); }

Result<QVector<MarkdownLine>> markdownLines(const QString &text) {
    QVector<MarkdownLine> lines;
    MarkdownScanner scanner;
    for (const QString &line : text.split(u'\n'))
        lines += scanner.line(line);
    RELAYDESK_TRY(scanner.ended());
    return lines;
}

QString guardBegin(int number) { return QStringLiteral("<!-- answer %1 -->").arg(number); }

QString guardEnd(int number) { return QStringLiteral("<!-- end of answer %1 -->").arg(number); }

} // namespace relaydesk
