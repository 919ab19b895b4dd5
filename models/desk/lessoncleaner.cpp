// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/lessoncleaner.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

struct Detector {
    const char *kind;
    const char *expression; //!< group 1, where there is one, is what goes; else the whole match
};

// Order matters: of two that overlap the earlier one in this list wins.
constexpr Detector detectors[] = {
    {"greeting", "^\\s*(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))(?: there| again| all)?"
                 "(?: (?:Mr|Mrs|Ms|Dr)\\.?)?(?: \\p{Lu}[\\p{L}'-]+){0,3}\\s*(?:[,.!:;]|\u2013|\u2014|-|\\n)\\s*"},
    {"sign_off", "(?<=[\\s.!?])(?i:(?:best|kind|warm)(?:est)? regards|best wishes|regards|sincerely|yours(?: "
                 "sincerely| truly)?|cheers|all the best|"
                 "many thanks|thanks|thank "
                 "you)[,.!]?\\s*(?:\\n\\s*)?(?:\\p{Lu}[\\p{L}'-]+\\s*){0,3}[.,]?(?:\\n[^\\n]{0,60}){0,2}\\s*$"},
    {"iban", "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b"},
    {"card", "\\b(?:\\d[ -]?){13,19}\\b|(?i:(?: (?:card|account))? (?:ending|that ends|which ends) (?:in|with|on) "
             "\\d{2,4})\\b"},
    {"date", "(?i:\\s*\\b(?:on|from|of|since|by|until|dated|for)(?: "
             "the)?)?\\s*\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|"
             "\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
             "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|"
             "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?(?:,? "
             "\\d{4})?|(?i:january|february|march|april|may|june|july|august|september|october|"
             "november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?)"},
    {"date", "(?i:\\s*\\b(?:earlier )?(?:yesterday|today|this (?:morning|afternoon|evening)|last "
             "(?:night|week|month|monday|tuesday|wednesday|thursday|"
             "friday|saturday|sunday)))\\b(?!')"},
    {"amount", "(?i:\\s*\\b(?:of|for))?\\s*(?:[\u00a3\u20ac$]\\s?\\d+(?:[.,]\\d+)*|\\b\\d+(?:[.,]\\d+)*\\s?(?:["
               "\u00a3\u20ac$]|(?i:eur|usd|gbp|euros?|dollars?|pounds?)\\b))"},
    {"number", "(?i:\\b(?:order|invoice|ticket|booking|reference|ref|account|customer|transaction|case|parcel|payment))"
               "((?i: (?:no\\.?|number|nr\\.?|id))?\\s*:?\\s*#?(?:[A-Z]{1,4}-?)?\\d{3,}[\\w-]*)"},
    {"number", "(?i:\\s*\\b(?:no\\.?|number))?\\s*(?:#\\d+|\\b[A-Z]{2,5}-?\\d{3,}[\\w-]*|\\b\\d{5,})\\b"},
};

constexpr const char *housePhoneBefore =
    "(?i)\\b(?:call|phone|ring|reach|contact|line|hotline|number is)(?: us)?(?: on| at| under|:)?\\s*$";
constexpr const char *houseMailboxes = "^(?i:support|help|service|contact|info|billing|invoices?|account|accounts|"
                                       "privacy|sales|hello|team|returns?|orders?|no-?reply)@";

void add(QVector<Removal> &removals, int start, int length, const char *kind) {
    const bool overlaps = std::any_of(removals.begin(), removals.end(), [&](const Removal &known) {
        return start < known.start + known.length && known.start < start + length;
    });
    if (length > 0 && !overlaps)
        removals.append({start, length, QLatin1String(kind), {}});
}

void addMatches(QVector<Removal> &removals, const QString &text, const Expression &expression, const char *kind) {
    const int group = expression.captureCount() > 0 ? 1 : 0;
    for (auto match = expression.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        add(removals, int(found.capturedStart(group)), int(found.capturedLength(group)), kind);
    }
}

void addAddresses(QVector<Removal> &removals, const QString &text, const PrivateFacts &facts) {
    static const Expression email(QStringLiteral("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w"));
    static const Expression house((QLatin1String(houseMailboxes)));
    for (auto match = email.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (found.captured().compare(facts.customerEmail, Qt::CaseInsensitive) == 0 ||
            !house.match(found.captured()).hasMatch())
            add(removals, int(found.capturedStart()), int(found.capturedLength()), "email");
    }
    static const Expression phone(QStringLiteral("(?<![\\w-])\\+?\\(?\\d[\\d ()/-]{7,}\\d"));
    static const Expression housePhone((QLatin1String(housePhoneBefore)));
    for (auto match = phone.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (!housePhone.match(text.left(found.capturedStart())).hasMatch())
            add(removals, int(found.capturedStart()), int(found.capturedLength()), "phone");
    }
}

void addNames(QVector<Removal> &removals, const QString &text, const PrivateFacts &facts) {
    static const QRegularExpression space(QStringLiteral("\\s+"));
    for (const QString &name : {facts.customerName, facts.agentName}) {
        for (const QString &part : name.split(space, Qt::SkipEmptyParts)) {
            if (part.size() >= 2 && part.at(0).isUpper())
                addMatches(removals, text,
                           Expression(QStringLiteral(",?\\s*\\b%1\\b,?").arg(QRegularExpression::escape(part))),
                           "name");
        }
    }
}

//! Numbers of three digits and more that the customer wrote themselves.
void addTheirNumbers(QVector<Removal> &removals, const QString &text, const PrivateFacts &facts) {
    static const Expression number(QStringLiteral("\\b\\d{3,}\\b"));
    for (const QString &written : facts.customerTexts) {
        for (auto match = number.globalMatch(written); match.hasNext();)
            addMatches(removals, text, Expression(QStringLiteral("\\s*\\b%1\\b").arg(match.next().captured())),
                       "number");
    }
}

//! What is left without a noun ("Your order number is.") goes as a whole.
bool isDangling(const QString &sentence) {
    static const Expression expression(
        QStringLiteral(
            "\\b(?:is|was|are|were|be|of|for|on|from|to|at|by|with|the|your|a|an|and|or)\\s*[,:;]?\\s*[.!?]?$"),
        Expression::CaseInsensitiveOption);
    return wordsOf(sentence).isEmpty() || expression.match(sentence).hasMatch();
}

QString tidied(QString text) {
    static const std::pair<Expression, QString> steps[] = {
        {Expression(QStringLiteral("\\(\\s*\\)|\\[\\s*\\]|\"\\s*\"")), {}},
        {Expression(QStringLiteral("[ \\t]{2,}")), QStringLiteral(" ")},
        {Expression(QStringLiteral("[ \\t]+([.,;:!?])")), QStringLiteral("\\1")},
        {Expression(QStringLiteral("[,;:]+([.!?])")), QStringLiteral("\\1")},
        {Expression(QStringLiteral("\\n{3,}")), QStringLiteral("\n\n")},
        {Expression(QStringLiteral("^[\\s,.;:!\u2013\u2014-]+(?![-*] )")), {}},
    };
    for (const auto &[expression, replacement] : steps)
        text.replace(expression, replacement);
    text = text.trimmed();
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

//! The text without the removals; a sentence that lost its end with them goes whole, and is marked so.
QString without(const QString &text, QVector<Removal> &removals) {
    static const Expression sentence(QStringLiteral("[^.!?\\n]*(?:[.!?](?=\\s|$)|[.!?](?=\\S)[^.!?\\n]*|\\n|$)+\\s*"));
    QString kept;
    QVector<Removal> marks;
    for (auto match = sentence.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const int start = int(found.capturedStart());
        const int end = int(found.capturedEnd());
        if (start == end)
            continue;
        QString rest;
        int from = start;
        QVector<Removal> here;
        for (const Removal &removal : removals) {
            const int cut = std::clamp(removal.start, start, end);
            const int upTo = std::clamp(removal.start + removal.length, start, end);
            if (cut >= upTo)
                continue;
            rest += QStringView(text).mid(from, cut - from);
            from = upTo;
            here.append({cut, upTo - cut, removal.kind, {}});
        }
        rest += QStringView(text).mid(from, end - from);
        if (!here.isEmpty() && isDangling(rest.trimmed())) {
            marks.append({start, end - start, here.first().kind, {}});
        } else {
            kept += rest;
            marks += here;
        }
    }
    removals = marks;
    return kept;
}

} // namespace

CleanedText cleanLesson(const QString &text, const PrivateFacts &facts) {
    static const QVector<std::pair<const char *, Expression>> expressions = [] {
        QVector<std::pair<const char *, Expression>> compiled;
        for (const Detector &detector : detectors)
            compiled.append({detector.kind, Expression(QString::fromUtf8(detector.expression))});
        return compiled;
    }();
    CleanedText cleaned;
    for (const auto &[kind, expression] : expressions) {
        if (QLatin1String(kind) == QLatin1String("date"))
            addAddresses(cleaned.removals, text, facts); // before dates and numbers, which look alike
        addMatches(cleaned.removals, text, expression, kind);
    }
    addNames(cleaned.removals, text, facts);
    addTheirNumbers(cleaned.removals, text, facts);
    std::sort(cleaned.removals.begin(), cleaned.removals.end(),
              [](const Removal &a, const Removal &b) { return a.start < b.start; });
    cleaned.text = tidied(without(text, cleaned.removals));
    return cleaned;
}

} // namespace relaydesk
