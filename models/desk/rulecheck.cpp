// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/rulecheck.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

//! "refunds", "refunded" and "refund" are one.
QString stem(QString word) {
    for (const char *ending : {"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "y", "e"}) {
        const QLatin1String end(ending);
        if (word.size() > end.size() + 3 && word.endsWith(end)) {
            word.chop(end.size());
            break;
        }
    }
    return word;
}

QSet<QString> stems(const QSet<QString> &words) {
    QSet<QString> all;
    for (const QString &word : words)
        all.insert(stem(word));
    return all;
}

//! "never promise a refund or a discount" forbids either.
QVector<QSet<QString>> subjectsOf(const QString &object) {
    static const Expression either(QStringLiteral("\\s*(?:,|;|\\bor\\b|\\band\\b|/)\\s*"),
                                   Expression::CaseInsensitiveOption);
    QVector<QSet<QString>> subjects;
    for (const QString &part : object.split(either, Qt::SkipEmptyParts)) {
        if (const QSet<QString> words = stems(contentWordsOf(part)); !words.isEmpty())
            subjects.append(words);
    }
    return subjects;
}

bool holdsOut(const QString &sentence) {
    static const Expression commitment(
        QStringLiteral(
            "\\b(?:will|'ll|shall|can get|can "
            "have|get|gets|receive|entitled|guarantee\\w*|promise\\w*|offer\\w*|grant\\w*|give|gives|issue\\w*|"
            "we (?:can|are|have)|approved|owed|happy to|eligible|refunded|yours)\\b"),
        Expression::CaseInsensitiveOption);
    static const Expression denial(
        QStringLiteral("\\b(?:no|not|never|cannot|can't|won't|unable|without|unfortunately)\\b"),
        Expression::CaseInsensitiveOption);
    return commitment.match(sentence).hasMatch() && !denial.match(sentence).hasMatch();
}

bool breaks(const QString &answer, const QString &rule) {
    static const Expression quoted(QStringLiteral("[\"\u201c\u201e]([^\"\u201d\u201c]{2,100})[\"\u201d\u201c]"));
    static const Expression form(QStringLiteral("\\b(?:never|not|don't|no one may|nobody may|must not)\\b (?:to "
                                                ")?(promise|offer|guarantee|grant|give|commit to|agree to|approve|"
                                                "mention|discuss|name|recommend|talk about|speak about|refer "
                                                "to|say|quote|compare|advise on)\\w* ?(.{1,200})"),
                                 Expression::CaseInsensitiveOption);
    for (auto matches = quoted.globalMatch(rule); matches.hasNext();) {
        if (answer.contains(matches.next().captured(1), Qt::CaseInsensitive))
            return true;
    }
    const auto match = form.match(rule);
    if (!match.hasMatch())
        return false;
    static const QStringList promises{QStringLiteral("promise"),  QStringLiteral("offer"),  QStringLiteral("guarantee"),
                                      QStringLiteral("grant"),    QStringLiteral("give"),   QStringLiteral("commit to"),
                                      QStringLiteral("agree to"), QStringLiteral("approve")};
    const bool isPromise = promises.contains(match.captured(1).toLower());
    const auto subjects = subjectsOf(match.captured(2));
    for (const QString &sentence : sentencesOf(answer)) {
        const QSet<QString> said = stems(contentWordsOf(sentence));
        const bool isAbout = std::any_of(subjects.begin(), subjects.end(),
                                         [&](const QSet<QString> &subject) { return said.contains(subject); });
        if (isAbout && (!isPromise || holdsOut(sentence)))
            return true;
    }
    return false;
}

} // namespace

std::optional<QString> brokenRule(const QString &answer, const QStringList &rules) {
    const QString plain = QString(answer).replace(QChar(0x2019), u'\'').remove(u'*');
    for (const QString &rule : rules) {
        if (breaks(plain, rule))
            return rule;
    }
    return std::nullopt;
}

} // namespace relaydesk
