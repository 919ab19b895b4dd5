// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/customerintent.h"
#include "models/desk/wishforperson.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

//! Words in lower case with one space between them; faces and other pictures are left out.
QString plain(const QString &message) {
    QStringList words = wordsOf(message);
    words.removeIf([](const QString &word) { return word.at(0).isSurrogate(); });
    return words.join(u' ');
}

bool matches(const QString &plainText, const QRegularExpression &whole) { return whole.match(plainText).hasMatch(); }

QRegularExpression whole(const QString &pattern) { return QRegularExpression(QStringLiteral("^(?:%1)$").arg(pattern)); }

bool isYes(const QString &message) {
    static const QRegularExpression pattern = whole(QStringLiteral(
        "(?:(?:ah|oh|ok|okay|great|perfect|excellent|thanks|thank you) )?"
        "(?:(?:yes|y|yep|yeah|yup|yea|sure|absolutely|definitely|indeed)(?: (?:it|that|this))?(?: "
        "(?:did|does|is|was))?|"
        "perfect|solved|fixed|resolved|all good|all set|"
        "(?:(?:yes|yep|yeah) )?(?:(?:it|that|this) )?(?:all )?(?:is |s |has |now )?(?:worked|works|helped|helps|did it|"
        "did|solved (?:it|that|my (?:problem|issue))|fixed (?:it|that)|did the trick|solved|fixed|resolved|perfect))"
        "(?: (?:now|great|perfect|perfectly|fine|a lot|it|thanks|thank you|many thanks|very much|so much|please|cheers|"
        "all good|great help))*"));
    return message.trimmed() == QStringLiteral("\U0001F44D") || matches(plain(message), pattern);
}

bool isNo(const QString &message) {
    static const QRegularExpression pattern = whole(QStringLiteral(
        "(?:no|n|nope|nah|not really|not quite|not at all|not yet|unfortunately not|sadly not|i m afraid not)"
        "(?: (?:sorry|thanks|thank you|it isn t|it is not|it hasn t|it didn t|it did not|it doesn t|it does not))*|"
        "(?:(?:no|nope|sorry|unfortunately) )*(?:(?:it|that|this) )?(?:still )?(?:is |has |did |does )?"
        "(?:not|didn t|didnt|doesn t|doesnt|hasn t|isn t|don t)(?: (?:really|actually))?"
        "(?: (?:help|helped|helpful|helping|work|worked|working|solve|solved|fix|fixed|answer|answered|resolved))"
        "(?: (?:it|that|this|me|anything|my (?:problem|issue|question)|the (?:problem|issue|question)))?"
        "(?: (?:at all|either|sorry|for me|unfortunately))*|"
        "(?:no )?(?:it|that|this)(?: did not| didn t)|(?:no )?(?:it s |that s |that is |it is )?still (?:the "
        "same|broken)|"
        "(?:no )?(?:that s|that is|it s|it is|this is)(?: just)? (?:wrong|incorrect|not "
        "(?:right|correct|true|it|helpful|"
        "what i (?:asked|meant|wanted|want|need|am asking)(?: for)?))|wrong answer|wrong|no use|useless"));
    // "No, I meant \u2026": a no with the rest behind it. "No. 5" is a number, "no-reply" a word.
    static const QRegularExpression andMore(
        QStringLiteral(
            "^\\s*(?:no|nope|nah)(?:\\s*[,.;:!](?!\\s*[\\d#])|\\s+[-\u2013\u2014]+\\s|\\s*[\u2013\u2014]|\\s*\\n)"),
        QRegularExpression::CaseInsensitiveOption);
    return andMore.match(message).hasMatch() || matches(plain(message), pattern);
}

bool isGreeting(const QString &message) {
    static const QRegularExpression pattern = whole(QStringLiteral(
        "(?:(?:hi|hello|hey|hiya|hallo|greetings|good (?:morning|afternoon|evening|day))(?: "
        "(?:there|all|again|everyone|"
        "everybody|team|folks))?(?: |$))*(?:how are you(?: doing| today)*|(?:i have|i ve got|just)? ?(?:a|one|another)?"
        " ?(?:quick )?question|can (?:you|anyone|anybody|someone|somebody) help(?: me)?|can i ask (?:you )?"
        "(?:something|a question|a quick question)|i need (?:some )?help|help(?: me)?|is (?:anyone|anybody) there)?"
        "(?: ?please)?"));
    const QString text = plain(message);
    return !text.isEmpty() && matches(text, pattern);
}

bool isThanks(const QString &message) {
    static const QRegularExpression pattern = whole(QStringLiteral(
        "(?:(?:ok|okay|great|got it|alright|all right|cool|nice|awesome|good|fine|bye|goodbye|see you|have a "
        "(?:nice|good) "
        "day|i see|understood|cheers|thx|ty|thanks|thank you|many thanks|appreciated|much appreciated)"
        "(?: (?:a lot|very much|so much|again|then|for (?:the|your) (?:help|answer|reply|info|information)|for "
        "(?:helping|that|everything)))*(?: |$))+"));
    const QString text = plain(message);
    return !text.isEmpty() && matches(text, pattern);
}

} // namespace

Intent intentOf(const QString &message, bool asked) {
    if (wishesForPerson(message))
        return Intent::PersonWanted;
    if (message.size() > 200)
        return Intent::Question; // none of the short replies below
    if (asked && isYes(message))
        return Intent::Yes;
    if (asked && isNo(message))
        return Intent::No;
    if (isThanks(message))
        return Intent::Thanks;
    return isGreeting(message) ? Intent::Greeting : Intent::Question;
}

bool isRepetition(const QString &message, const QStringList &earlier) {
    const QSet<QString> words = contentWordsOf(message);
    for (const QString &question : earlier) {
        if (overlap(words, contentWordsOf(question)) >= 0.8 || plain(question) == plain(message))
            return true;
    }
    return false;
}

QString cleanedMessage(const QString &text) {
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            kept += unit;
            kept += text.at(++i);
        } else if (unit == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                kept += u'\n';
        } else if (!unit.isSurrogate() && (unit == u'\n' || unit == u'\t' || unit.category() != QChar::Other_Control)) {
            kept += unit;
        }
    }
    return kept.trimmed();
}

} // namespace relaydesk
