// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/lessoncleaner.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

//! Where the sentence that begins at `start` ends, with the white space behind it. A list's "1." begins one, it is
//! none.
qsizetype endOfSentence(const QString &text, qsizetype start) {
    qsizetype i = start;
    while (i < text.size() && (text.at(i).isSpace() || text.at(i).isDigit()))
        ++i;
    if (i < text.size() && text.at(i) == u'.')
        ++i;
    for (; i < text.size(); ++i) {
        const bool isLast = i + 1 == text.size();
        const bool isStop = QStringLiteral(".!?").contains(text.at(i)) && (isLast || text.at(i + 1).isSpace());
        if (!isStop && text.at(i) != u'\n')
            continue;
        for (++i; i < text.size() && text.at(i).isSpace();)
            ++i;
        return i;
    }
    return text.size();
}

//! What is left has no noun any more ("Your order number is.") or no subject ("Is the deadline.").
bool isBroken(const QString &rest, bool lostStart, bool lostEnd) {
    static const Expression verbEnd(
        QStringLiteral("\\b(?:is|was|are|were|be|equals|it's)\\s*[,:;]?\\s*[.!?]?$|:\\s*[.!?]?$"),
        Expression::CaseInsensitiveOption);
    static const Expression openEnd(
        QStringLiteral("\\b(?:of|for|on|from|to|at|by|with|in|the|your|a|an|and|or)\\s*[,:;]?\\s*[.!?]?$"),
        Expression::CaseInsensitiveOption);
    static const Expression verbStart(QStringLiteral("^(?:is|was|are|were|has|have|will|and|or|of|for|to|on|at)\\b"),
                                      Expression::CaseInsensitiveOption);
    return wordsOf(rest).isEmpty() || verbEnd.match(rest).hasMatch() || (lostEnd && openEnd.match(rest).hasMatch()) ||
           (lostStart && verbStart.match(rest).hasMatch());
}

QString tidied(QString text) {
    static const std::pair<Expression, QString> steps[] = {
        {Expression(QStringLiteral("[ \\t]{2,}+")), QStringLiteral(" ")},
        {Expression(QStringLiteral("\\( ?\\)|\\[ ?\\]|\" ?\"|“ ?”")), {}},
        {Expression(QStringLiteral("[ \\t]++([.,;!?)](?!\\w)|:(?=\\s|$))")), QStringLiteral("\\1")},
        {Expression(QStringLiteral("\\( ")), QStringLiteral("(")},
        {Expression(QStringLiteral("[,;:]+([.,;:!?])")), QStringLiteral("\\1")},
        {Expression(QStringLiteral("[ \\t]++\\n")), QStringLiteral("\n")},
        {Expression(QStringLiteral("\\n{3,}+")), QStringLiteral("\n\n")},
        {Expression(QStringLiteral("[ \\t]{2,}+")), QStringLiteral(" ")},
    };
    for (const auto &[expression, replacement] : steps)
        text.replace(expression, replacement);
    return text;
}

//! One sentence at a time: takes the removals out and says what became of them.
class Cleaning {
  public:
    Cleaning(const QString &text, const QVector<Removal> &removals) : m_text(text), m_removals(removals) {}

    CleanedText done() {
        for (qsizetype start = 0, end = 0; start < m_text.size(); start = end) {
            end = endOfSentence(m_text, start);
            takeSentence(int(start), int(end));
        }
        m_cleaned.text = tidied(m_cleaned.text).trimmed();
        return m_cleaned;
    }

  private:
    void takeSentence(int start, int end);
    QVector<Removal> within(int start, int end);

    const QString &m_text;
    const QVector<Removal> &m_removals;
    qsizetype m_next = 0; //!< the first removal that is not behind
    bool m_isAfterOpening = false;
    CleanedText m_cleaned;
};

QVector<Removal> Cleaning::within(int start, int end) {
    QVector<Removal> here;
    while (m_next < m_removals.size() && m_removals[m_next].start + m_removals[m_next].length <= start)
        ++m_next;
    for (qsizetype i = m_next; i < m_removals.size() && m_removals[i].start < end; ++i) {
        const int from = std::max(start, m_removals[i].start);
        const int to = std::min(end, m_removals[i].start + m_removals[i].length);
        const bool isBegin = from == m_removals[i].start;
        here.append({from, to - from, m_removals[i].kind, isBegin ? m_removals[i].replacement : QString()});
    }
    return here;
}

void Cleaning::takeSentence(int start, int end) {
    const QVector<Removal> here = within(start, end);
    QString bare; // without what stands in for the removals
    QString rest;
    int from = start;
    for (const Removal &removal : here) {
        const QString kept = m_text.mid(from, removal.start - from);
        bare += kept;
        rest += kept + removal.replacement;
        from = removal.start + removal.length;
    }
    const QString last = m_text.mid(from, end - from);
    bare += last;
    rest += last;
    if (std::exchange(m_isAfterOpening, false))
        rest[0] = rest.at(0).toUpper();
    if (here.isEmpty()) {
        m_cleaned.text += rest;
        return;
    }
    const bool lostStart = m_text.mid(start, here.first().start - start).trimmed().isEmpty();
    const bool lostEnd = wordsOf(last).isEmpty();
    const bool standsIn =
        std::any_of(here.begin(), here.end(), [](const Removal &removal) { return !removal.replacement.isEmpty(); });
    if (wordsOf(bare).isEmpty() || isBroken(tidied(rest).trimmed(), lostStart, lostEnd) ||
        (standsIn && lostEnd && isBroken(tidied(bare).trimmed(), false, false))) {
        m_cleaned.removals.append({start, end - start, here.first().kind, {}});
        m_isAfterOpening = here.first().kind == QLatin1String("greeting");
        return;
    }
    if (lostStart) {
        static const Expression leading(QStringLiteral("^(?:[\\s,.;:!–—]|-(?! ))+"));
        rest.remove(leading);
        if (!rest.isEmpty())
            rest[0] = rest[0].toUpper();
    }
    m_cleaned.text += rest;
    m_cleaned.removals += here;
}

} // namespace

CleanedText cleanLesson(const QString &text, const PrivateFacts &facts) {
    return Cleaning(text, privateStretches(text, facts)).done();
}

} // namespace relaydesk
