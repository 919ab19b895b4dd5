// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/customerintent.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

const Expression &personWanted() {
    static const Expression expression(
        QStringLiteral(
            "\\b(?:(?:talk|speak|chat|connect|transfer|put|switch|hand|pass|write|get)\\b[^.?!]{0,30}?\\b"
            "(?:to|with|through|on to|over to)|(?:want|need|like|get|give|prefer|is there|reach|have|can i|get "
            "me)\\b[^.?!]{0,20}?)\\s+"
            "(?:an?|the|some|any|your|another|one of your|my|me)?\\s*(?:real|actual|live|human|living)?\\s*"
            "(?:person|human(?: being)?|agent|operator|representative|rep|advisor|adviser|somebody real|someone real|"
            "real (?:person|human)|human agent|member of (?:the )?(?:staff|team)|support agent|employee|colleague)\\b"),
        Expression::CaseInsensitiveOption);
    return expression;
}

const Expression &barePerson() {
    static const Expression expression(
        QStringLiteral("^(?:please,? |a |an |the |real |live |human |talk to (?:a |an )?|speak to (?:a |an )?)*"
                       "(?:person|human|human being|agent|operator|representative|live agent|real person|human agent|"
                       "someone|somebody)(?: please| now)*$"));
    return expression;
}

QString plain(const QString &message) { return wordsOf(message).join(u' '); }

bool isOneOf(const QString &text, const char *const *begin, const char *const *end) {
    for (const char *const *known = begin; known != end; ++known) {
        if (text == QLatin1String(*known))
            return true;
    }
    return false;
}

template <size_t Size>
bool isOneOf(const QString &text, const char *const (&list)[Size]) {
    return isOneOf(text, list, list + Size);
}

constexpr const char *yesWords[] = {"yes",
                                    "y",
                                    "yep",
                                    "yeah",
                                    "yup",
                                    "yes please",
                                    "yes thanks",
                                    "yes thank you",
                                    "yes it did",
                                    "yes that did",
                                    "yes that helped",
                                    "yes that solved it",
                                    "yes it does",
                                    "yes solved",
                                    "it did",
                                    "that did it",
                                    "that worked",
                                    "it worked",
                                    "that helped",
                                    "solved",
                                    "solved thanks",
                                    "that solved it",
                                    "perfect",
                                    "perfect thanks",
                                    "perfect thank you",
                                    "great that worked",
                                    "yes perfect",
                                    "yes that works",
                                    "that works"};
constexpr const char *noWords[] = {"no",
                                   "n",
                                   "nope",
                                   "nah",
                                   "not really",
                                   "no thanks",
                                   "no it didn t",
                                   "no it did not",
                                   "it didn t",
                                   "it did not",
                                   "no that didn t help",
                                   "no that did not help",
                                   "that didn t help",
                                   "that did not help",
                                   "that doesn t help",
                                   "that does not help",
                                   "that didn t work",
                                   "that did not work",
                                   "it didn t work",
                                   "it did not work",
                                   "didn t help",
                                   "not solved",
                                   "wrong answer",
                                   "that is wrong",
                                   "that s wrong",
                                   "that is not what i asked",
                                   "that s not what i asked",
                                   "no that s wrong",
                                   "still not working",
                                   "still doesn t work",
                                   "not helpful"};
constexpr const char *greetings[] = {"hi",
                                     "hello",
                                     "hey",
                                     "hi there",
                                     "hello there",
                                     "hey there",
                                     "good morning",
                                     "good afternoon",
                                     "good evening",
                                     "hiya",
                                     "hallo",
                                     "hi all",
                                     "good day",
                                     "greetings",
                                     "i have a question",
                                     "hello i have a question",
                                     "hi i have a question",
                                     "can you help me",
                                     "can i ask something",
                                     "help",
                                     "hello again"};
constexpr const char *thanks[] = {"thanks",
                                  "thank you",
                                  "thank you very much",
                                  "thanks a lot",
                                  "many thanks",
                                  "ok thanks",
                                  "ok thank you",
                                  "okay thanks",
                                  "great thanks",
                                  "cheers",
                                  "thank you so much",
                                  "ok",
                                  "okay",
                                  "thx",
                                  "bye",
                                  "goodbye",
                                  "thanks bye",
                                  "great",
                                  "got it",
                                  "got it thanks"};

//! "No, I meant …": a no with the rest behind a comma, a full stop or a dash.
bool beginsWithNo(const QString &message) {
    static const Expression expression(QStringLiteral("^\\s*(?:no|nope|nah)\\s*[,.;:!\\-\u2013\u2014]"),
                                       Expression::CaseInsensitiveOption);
    return expression.match(message).hasMatch();
}

} // namespace

Intent intentOf(const QString &message, bool asked) {
    const QString start = message.left(2000);
    const QString text = plain(start);
    if (barePerson().match(text).hasMatch() || (text.size() < 400 && personWanted().match(start).hasMatch()))
        return Intent::PersonWanted;
    if (asked && isOneOf(text, yesWords))
        return Intent::Yes;
    if (asked && (isOneOf(text, noWords) || beginsWithNo(start)))
        return Intent::No;
    if (isOneOf(text, greetings))
        return Intent::Greeting;
    if (isOneOf(text, thanks))
        return Intent::Thanks;
    return Intent::Question;
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
