// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/privatedata.h"
#include "models/desk/privatepatterns.h"
#include <QtCore/QBitArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

//! "1,234.50" as the digits 123450.
QString digitsOf(QStringView text) {
    QString digits;
    for (const QChar unit : text) {
        if (unit.isDigit())
            digits += unit;
    }
    return digits;
}

class Search {
  public:
    Search(const QString &text, const PrivateFacts &facts)
        : m_text(text)
        , m_facts(facts)
        , m_taken(text.size())
        , m_kept(text.size()) {
        static const Expression number(QStringLiteral("(?<!error )(?<!code )(?<!version )\\b\\d[\\d.,]{0,20}+"),
                                       Expression::CaseInsensitiveOption);
        for (m_end = text.size(); m_end > 0 && text.at(m_end - 1).isSpace();)
            --m_end;
        for (const QString &written : facts.customerTexts) {
            for (auto match = number.globalMatch(written); match.hasNext();) {
                if (const QString digits = digitsOf(match.next().captured()); digits.size() >= 3)
                    m_theirNumbers.insert(digits);
            }
            m_theirDigits += u' ' + digitsOf(written);
        }
    }

    QVector<Removal> found();

  private:
    void add(qsizetype start, qsizetype length, QLatin1String kind, QString replacement = {},
             bool mayBreakKept = false);
    QString before(qsizetype position, qsizetype most = 40) const {
        return m_text.mid(std::max<qsizetype>(0, position - most), std::min(position, most));
    }
    bool isLabelled(qsizetype position) const;
    void addAll(PatternGroup group);
    void addEmails();
    void addPhones();
    void addAmounts();
    void addNames(const QString &names, const QString &standIn);
    void addName(qsizetype from, qsizetype to, bool owns, const QString &standIn);
    void addIntroductions(const QString &names);
    void addTheirNumbers();

    const QString &m_text;
    const PrivateFacts &m_facts;
    QBitArray m_taken; //!< by a removal
    QBitArray m_kept;  //!< links and the phones of the house: whole or not at all
    QVector<Removal> m_removals;
    QSet<QString> m_theirNumbers;
    QString m_theirDigits;
    qsizetype m_end = 0; //!< of what is written; only white space follows
};

bool saysSomething(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isLetterOrNumber(); });
}

//! What of it is not taken yet: nothing private stays between two removals that touch.
void Search::add(qsizetype start, qsizetype length, QLatin1String kind, QString replacement, bool mayBreakKept) {
    const qsizetype end = start + length;
    for (qsizetype i = start; i < end && !mayBreakKept; ++i) {
        if (m_kept.testBit(i))
            return;
    }
    for (qsizetype from = start; from < end; ++from) {
        qsizetype to = from;
        while (to < end && !m_taken.testBit(to))
            ++to;
        const bool isRest = to - from < length;
        if (to == from || (isRest && !saysSomething(QStringView(m_text).mid(from, to - from))))
            continue;
        m_removals.append({int(from), int(to - from), kind, std::exchange(replacement, {})});
        m_taken.fill(true, from, to);
        from = to;
    }
}

//! A word before it says what it is: "your e-mail address …", "card …".
bool Search::isLabelled(qsizetype position) const {
    static const Expression label(
        QStringLiteral("\\b(?:e-?mail|mail|address|number|phone|mobile|telephone|account|card|iban|"
                       "amount|customer|total|sum)[:,]?\\s*\\(?$"),
        Expression::CaseInsensitiveOption);
    return label.match(before(position)).hasMatch();
}

void Search::addAll(PatternGroup group) {
    for (const PrivatePattern &detector : privatePatterns(group)) {
        const int part = detector.expression.captureCount() > 0 ? 1 : 0;
        for (auto match = detector.expression.globalMatch(m_text); match.hasNext();) {
            const auto found = match.next();
            const qsizetype start = found.capturedStart(part);
            const bool standsIn = detector.replacement.size() > 0 && !isLabelled(start);
            add(start, found.capturedLength(part), detector.kind, standsIn ? QString(detector.replacement) : QString());
        }
    }
}

void Search::addEmails() {
    static const Expression email(QStringLiteral("(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,64}+(?:\\.[\\w-]{1,64}+){1,5}"),
                                  Expression::UseUnicodePropertiesOption);
    static const Expression house(
        QStringLiteral(
            "^(?:support|help|helpdesk|service|contact|info|billing|invoices?|accounts?|privacy|sales|hello|team|"
            "returns?|orders?|security|press|jobs|office|feedback|no-?reply)@"),
        Expression::CaseInsensitiveOption);
    for (auto match = email.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        const QString address = found.captured();
        const bool theirs = address.compare(m_facts.customerEmail, Qt::CaseInsensitive) == 0;
        if (theirs || !house.match(address).hasMatch())
            add(found.capturedStart(), found.capturedLength(), QLatin1String("email"),
                isLabelled(found.capturedStart()) ? QString() : QStringLiteral("the e-mail address"), true);
    }
}

void Search::addPhones() {
    static const Expression phone(QStringLiteral("(?<![\\w.,/-])(?:\\+\\d|\\(?\\d)[\\d ()/-]{5,20}\\d(?![\\w-])"));
    static const Expression house(QStringLiteral("\\b(?:(?:call|phone|ring|reach|contact|text)(?: us| our \\w+(?: "
                                                 "\\w+)?)?|line|hotline|us)(?: (?:on|at|under|is|via))?:?\\s*$"),
                                  Expression::CaseInsensitiveOption);
    static const Expression ours(QStringLiteral("\\b(?:i|we|you|your)\\b[^.!?\\n]{0,25}$"),
                                 Expression::CaseInsensitiveOption);
    for (auto match = phone.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        const QString digits = digitsOf(found.captured());
        const QChar first = found.captured().at(0);
        const bool looksLikeOne = first == u'+' || first == u'(' || first == u'0' || digits.size() >= 9 ||
                                  (digits.size() == 7 && found.captured().size() == 8);
        if (digits.size() < 7 || !looksLikeOne)
            continue;
        const QString lead = before(found.capturedStart());
        const auto said = house.match(lead);
        const bool isHouse = said.hasMatch() && !ours.match(lead.left(said.capturedStart())).hasMatch();
        if (isHouse && !m_theirDigits.contains(digits))
            m_kept.fill(true, found.capturedStart(), found.capturedEnd());
        else
            add(found.capturedStart(), found.capturedLength(), QLatin1String("phone"),
                isLabelled(found.capturedStart()) ? QString() : QStringLiteral("the phone number"));
    }
}

//! Prices are knowledge ("€9 per month", "shipping costs €5"), unless the customer wrote that very amount.
void Search::addAmounts() {
    static const Expression amount(QStringLiteral(
        "(?<![\\w.,])(?:(?:[\u00a3\u20ac$]|(?:EUR|USD|GBP|CHF)) ?\\d{1,12}+(?:[.,]\\d{1,3}+){0,4}+|"
        "\\d{1,12}+(?:[.,]\\d{1,3}+){0,4}+ ?(?:[\u00a3\u20ac$]|(?i:eur|usd|gbp|chf|euros?|dollars?|pounds?)\\b))"));
    static const Expression priceBefore(
        QStringLiteral("\\b(?:costs?|fees?(?: is| of)?|prices?(?: is| of)?|from|over|above|under|below|up to|at least|"
                       "minimum(?: of)?|limit(?: of| is)?|starts at|every) ?$"),
        Expression::CaseInsensitiveOption);
    static const Expression priceAfter(QStringLiteral("^(?: ?/|(?: per| a| an| each)\\b)"),
                                       Expression::CaseInsensitiveOption);
    static const Expression leadIn(QStringLiteral("(?:\\b(?:the|your|this|that|a|an|our)| of) ?$"),
                                   Expression::CaseInsensitiveOption);
    for (auto match = amount.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        const QString lead = before(found.capturedStart());
        const bool isPrice =
            priceBefore.match(lead).hasMatch() || priceAfter.match(m_text.mid(found.capturedEnd(), 10)).hasMatch();
        if (isPrice && !m_theirNumbers.contains(digitsOf(found.captured())))
            continue;
        const auto leading = leadIn.match(lead);
        const bool isNamed = leading.hasMatch() || isLabelled(found.capturedStart());
        // "a refund of €20" loses its "of" too.
        const qsizetype more =
            leading.hasMatch() && leading.captured().startsWith(QLatin1String(" of")) ? leading.capturedLength() : 0;
        add(found.capturedStart() - more, found.capturedLength() + more, QLatin1String("amount"),
            isNamed ? QString() : QStringLiteral("the amount"));
    }
}

//! "I'm Sam from support and …": goes up to where something else is said.
void Search::addIntroductions(const QString &names) {
    const Expression introduction(
        QStringLiteral("(?:^|(?<=[.!?,\\n])) ?(?i:my name is|this is|i am|i'm|i\u2019m|it's|it\u2019s|you are talking "
                       "to|you are speaking with) (?:%1)(?:"
                       " (?:%1)){0,3}(?!['\u2019\\p{L}])(?:,? (?:here|from|of|with|at) [^.!?,\\n]{0,40}?)?(?: "
                       "here)?(?=( and )|(, )|[.!?]|\\n|$)(?:\\1|\\2|[.!]\\s?)?")
            .arg(names),
        Expression::UseUnicodePropertiesOption);
    for (auto match = introduction.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        add(found.capturedStart(), found.capturedLength(), QLatin1String("name"));
    }
}

//! Names that are English words as well: at the start of a sentence they are taken for the word.
bool isWordToo(const QString &part) {
    static const QStringList words =
        QStringLiteral(
            "Will May Mark Bill Grace Hope Joy Rose Sue Art Rich Frank Chase Page Young Price Case Day Long Best Good "
            "Order Home In")
            .split(u' ');
    return words.contains(part);
}

//! The parts of the names as they are written, shouted and whispered; escaped, as alternatives.
QString spellingsOf(const QString &names) {
    static const Expression space(QStringLiteral("\\s+"));
    QStringList spellings;
    for (const QString &part : names.split(space, Qt::SkipEmptyParts)) {
        if (part.size() < 2 || !part.at(0).isLetter() || part.at(0).isLower())
            continue;
        spellings += QRegularExpression::escape(part);
        spellings += QRegularExpression::escape(part.toUpper());
        if (part.size() >= 4 && !isWordToo(part))
            spellings += QRegularExpression::escape(part.toLower());
    }
    spellings.removeDuplicates();
    return spellings.join(u'|');
}

void Search::addNames(const QString &names, const QString &standIn) {
    const QString any = spellingsOf(names);
    if (any.isEmpty())
        return;
    addIntroductions(any);
    // Scripts without capitals have no gaps between words either.
    const QString whole =
        any.at(0).isUpper()
            ? QStringLiteral("(?:\\b(?:Mr|Mrs|Ms|Dr)\\.? )?\\b(?:%1)(?: (?:%1)){0,4}\\b(['\u2019]s\\b)?")
            : QStringLiteral("(?:%1)(['\u2019]s\\b)?");
    const Expression expression(whole.arg(any), Expression::UseUnicodePropertiesOption);
    for (auto match = expression.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        addName(found.capturedStart(), found.capturedEnd(), found.capturedLength(1) > 0, standIn);
    }
}

//! Takes with it what the name leaves behind: the commas of "As said, Maya, …", the "'s" of "Maya's account".
void Search::addName(qsizetype from, qsizetype to, bool owns, const QString &standIn) {
    static const Expression start(QStringLiteral("(?:^|[.!?\\n]\\s{0,5}|[-*] )$"));
    static const Expression shortCall(QStringLiteral("(?:^|[.!?,\\n\u2014] ?)(?:[\\w']{1,12}[ ,]{1,2}){1,2}$"),
                                      Expression::UseUnicodePropertiesOption);
    static const QString marks = QStringLiteral(" ,:;!\u2013\u2014");
    const QString lead = before(from);
    const QString after = m_text.mid(to, 2);
    const bool isStart = start.match(lead).hasMatch();
    const bool isEnd = after.isEmpty() || QStringLiteral(".!?\n").contains(after.at(0));
    const bool isBeforeComma = after.startsWith(u',');
    const bool isAfterComma = lead.endsWith(QLatin1String(", "));
    QString replacement;
    if (isStart && to >= m_end) { // signed with it
        while (from > 0 && QStringLiteral(" -*").contains(m_text.at(from - 1)))
            --from;
    } else if (isStart && !after.trimmed().isEmpty() && marks.contains(after.trimmed().at(0))) {
        while (to < m_text.size() && marks.contains(m_text.at(to)))
            ++to;
    } else if (isStart && isWordToo(m_text.mid(from, to - from))) {
        return;
    } else if (owns) {
        replacement = isStart ? QStringLiteral("The") : QStringLiteral("the");
    } else if (isAfterComma && isBeforeComma) {
        --from;
        ++to;
    } else if (isAfterComma && isEnd) {
        from -= 2;
    } else if (isAfterComma || isBeforeComma || (isEnd && shortCall.match(lead).hasMatch())) {
        from -= lead.endsWith(u' ') ? 1 : 0;
    } else if (!isLabelled(from)) {
        replacement = isStart ? standIn.left(1).toUpper() + standIn.mid(1) : standIn;
    }
    add(from, to - from, QLatin1String("name"), replacement);
}

//! Numbers of three digits and more that the customer wrote themselves.
void Search::addTheirNumbers() {
    static const Expression number(
        QStringLiteral(" ?#?(?<![\\w.,])\\d[\\d.,]{1,20}+(?<=\\d)(?!\\w)| ?#?(?<![\\w.,])\\d{3,20}(?=[.,](?!\\d))"));
    if (m_theirNumbers.isEmpty())
        return;
    for (auto match = number.globalMatch(m_text); match.hasNext();) {
        const auto found = match.next();
        if (m_theirNumbers.contains(digitsOf(found.captured())))
            add(found.capturedStart(), found.capturedLength(), QLatin1String("number"), {}, true);
    }
}

//! Of "48213 and 48214" the "and" goes too.
void swallowConnectors(const QString &text, QVector<Removal> &removals) {
    static const Expression connector(QStringLiteral("^ ?(?:,|;|/|&|\\+|-|\u2013)? ?(?:and|or|to|until)? ?$"));
    static const QStringList apart{QStringLiteral("greeting"), QStringLiteral("sign_off"), QStringLiteral("name")};
    for (qsizetype i = 1; i < removals.size(); ++i) {
        const Removal &previous = removals[i - 1];
        Removal &removal = removals[i];
        const int end = previous.start + previous.length;
        if (removal.start - end > 8 || apart.contains(previous.kind) || apart.contains(removal.kind))
            continue;
        if (!connector.match(text.mid(end, removal.start - end)).hasMatch())
            continue;
        removal.length += removal.start - end;
        removal.start = end;
        if (removal.replacement == previous.replacement || previous.replacement.isEmpty())
            removal.replacement.clear();
    }
}

QVector<Removal> Search::found() {
    static const Expression link(QStringLiteral("(?:https?://|www\\.)[^\\s)>\\]]{1,500}+"),
                                 Expression::CaseInsensitiveOption);
    for (auto match = link.globalMatch(m_text); match.hasNext();) {
        const auto linked = match.next();
        m_kept.fill(true, linked.capturedStart(), linked.capturedEnd());
    }
    addAll(PatternGroup::Opening);
    addEmails();
    addAll(PatternGroup::Account);
    addAll(PatternGroup::Place);
    addAll(PatternGroup::Date);
    addAmounts();
    addAll(PatternGroup::NamedNumber);
    addPhones();
    addNames(m_facts.customerName, QStringLiteral("the customer"));
    addNames(m_facts.agentName, QStringLiteral("a colleague"));
    addTheirNumbers();
    addAll(PatternGroup::BareNumber);
    std::sort(m_removals.begin(), m_removals.end(),
              [](const Removal &a, const Removal &b) { return a.start < b.start; });
    swallowConnectors(m_text, m_removals);
    return m_removals;
}

} // namespace

QVector<Removal> privateStretches(const QString &text, const PrivateFacts &facts) {
    return Search(text, facts).found();
}

} // namespace relaydesk
