// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/answerchecks.h"
#include "models/desk/answerlanguage.h"
#include "models/desk/grounding.h"
#include "models/desk/prompt.h"
#include "models/desk/promptorders.h"
#include "models/desk/rulecheck.h"
#include "models/desk/words.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int fewestWords = 3;
constexpr int mostWords = 220;
constexpr int wordsOfLeak = 7;            // in a row, as in the instructions
constexpr double furthestCitation = 0.20; // under the closest article

QString say(const char *text) { return QCoreApplication::translate("AnswerChecks", text); }

using Expression = QRegularExpression;

QString sourcesOf(const AskedFor &asked) {
    QString sources;
    for (const Article &article : asked.articles)
        sources += article.title + u'\n' + article.answer + u'\n';
    return sources;
}

//! One of the articles cited is about as close as the closest.
bool citesTheClosest(const QString &written, const AskedFor &asked) {
    static const Expression number(QStringLiteral("\\[(\\d{1,3}(?:, ?\\d{1,3})*)\\]"));
    if (asked.closeness.isEmpty())
        return true;
    const double best = *std::max_element(asked.closeness.begin(), asked.closeness.end());
    for (auto matches = number.globalMatch(written); matches.hasNext();) {
        for (const QString &cited : matches.next().captured(1).split(u',')) {
            const qsizetype at = cited.trimmed().toInt() - 1;
            if (at >= 0 && at < asked.closeness.size() && asked.closeness[at] >= best - furthestCitation)
                return true;
        }
    }
    return !number.match(written).hasMatch(); // that none is cited is found elsewhere
}

//! Capitalised words within a sentence that stand neither in the articles nor in the question.
QStringList foreignNames(const QString &plain, const QString &known) {
    static const Expression name(QStringLiteral("(?<=[\\p{Ll}\\d,;)] )\\p{Lu}[\\p{L}'\u2019-]{2,40}"),
                                 Expression::UseUnicodePropertiesOption);
    const QString language = languageOf(plain);
    QStringList foreign;
    if (language == QLatin1String("de"))
        return foreign; // every noun is capitalised
    const QStringList words = wordsOf(known);
    const QSet<QString> held(words.begin(), words.end());
    for (auto matches = name.globalMatch(QString(plain).remove(u'*')); matches.hasNext();) {
        const QString found = matches.next().captured();
        const QStringList parts = wordsOf(found);
        if (!std::all_of(parts.begin(), parts.end(), [&](const QString &part) { return held.contains(part); }))
            foreign += found;
    }
    return foreign;
}

//! "Send us your password": nobody at a desk needs to ask for one.
bool asksForSecrets(const QString &plain) {
    static const Expression asking(
        QStringLiteral("\\b(?:send|tell|give|reply|share|provide|post|write|e?-?mail|text|confirm|submit|enter|type|"
                       "read)\\b[^.!?\\n]{0,60}\\b(?:password|passcode|pin|cvv|cvc|security "
                       "code|verification code|one-time code|card number|card details|bank details|credentials|log-?in "
                       "details|social security|seed phrase|private key)s?\\b"),
        Expression::CaseInsensitiveOption);
    static const Expression elsewhere(
        QStringLiteral("\\b(?:never|not|don't|do not|new password|field|page|form|settings|choose|reset)\\b"),
        Expression::CaseInsensitiveOption);
    for (auto matches = asking.globalMatch(plain); matches.hasNext();) {
        if (!elsewhere.match(matches.next().captured()).hasMatch())
            return true;
    }
    return false;
}

bool repeatsItself(const QString &plain) {
    QSet<QString> seen;
    for (const QString &sentence : sentencesOf(plain)) {
        const QString key = wordsOf(sentence).join(u' ');
        if (key.size() > 12 && seen.contains(key))
            return true;
        seen.insert(key);
    }
    const QStringList words = wordsOf(plain);
    QHash<QString, int> counts;
    for (qsizetype i = 0; i + 4 <= words.size(); ++i) {
        if (++counts[words.mid(i, 4).join(u' ')] >= 3)
            return true;
    }
    return false;
}

bool speaksAnotherLanguage(const QString &plain, const AskedFor &asked) {
    const QString own = languageOf(asked.question);
    const QString answered = languageOf(plain);
    const QStringList &allowed = asked.rules.languages;
    if (answered.isEmpty())
        return false;
    if (allowed.isEmpty() || allowed.contains(own))
        return !own.isEmpty() && own != answered;
    return !allowed.contains(answered);
}

//! Marks of the prompt, or a row of words from the instructions that no article holds.
bool leaksThePrompt(const QString &plain, const QString &sources) {
    static const Expression marks(
        QStringLiteral("<<|>>|\\bARTICLES\\b|\\bQUESTION\\b|\\bCONVERSATION\\b|<\\||\\|>|\\[/?INST\\]"));
    static const QString rules = [] {
        QString told;
        for (const ModelRequest &prompt : {promptFor({}, {}), summaryPrompt({}), suggestionPrompt({}, {})})
            told += QLatin1Char(' ') + wordsOf(prompt.turns.first().content).join(u' ') + u' ';
        return told;
    }();
    if (marks.match(plain).hasMatch() || givesOrders(plain))
        return true;
    const QString held = wordsOf(sources).join(u' ');
    const QStringList words = wordsOf(plain);
    for (qsizetype i = 0; i + wordsOfLeak <= words.size(); ++i) {
        const QString row = words.mid(i, wordsOfLeak).join(u' ');
        if (rules.contains(QLatin1Char(' ') + row + u' ') && !held.contains(row))
            return true;
    }
    return false;
}

} // namespace

QStringList CheckedAnswer::findings() const {
    QStringList all;
    for (const AnswerCheck &check : checks) {
        if (!check.passed)
            all += check.finding;
    }
    return all;
}

bool CheckedAnswer::passed() const {
    return std::all_of(checks.begin(), checks.end(), [](const AnswerCheck &check) { return check.passed; });
}

bool CheckedAnswer::breaksRule() const {
    return std::any_of(checks.begin(), checks.end(),
                       [](const AnswerCheck &check) { return !check.passed && check.isRule; });
}

CheckedAnswer checkedAnswer(const QString &written, const AskedFor &asked) {
    const QString sources = sourcesOf(asked);
    const QString plain = Redaction::withoutPlaceholders(written);
    Grounding grounding = groundingOf(plain, asked.articles);
    const QString bare = groundingOf(written, asked.articles).answer;
    CheckedAnswer result{asked.redaction.restored(bare), grounding.refused, grounding.share, {}};
    const auto words = wordsOf(plain).size();
    const QStringList names = foreignNames(grounding.answer, sources + u'\n' + asked.question);
    const auto broken = brokenRule(plain, asked.rules.houseRules);
    const auto add = [&](const char *name, bool passed, const QString &finding, bool isRule = false) {
        result.checks.append({QLatin1String(name), passed, passed ? QString() : finding, isRule});
    };
    add("grounding", grounding.share >= 1.0, grounding.findings.join(u' '));
    add("closeness", citesTheClosest(written, asked), say("It rests on articles that are not the closest."));
    add("names", names.isEmpty(),
        say("It names \"%1\", which stands in no article.").arg(names.join(QStringLiteral("\", \""))));
    add("placeholders", asked.redaction.unknownPlaceholders(written).isEmpty(), say("It made up private data."));
    add("secrets", !asksForSecrets(plain), say("It asks for a password, a code or card details."));
    add("doubt", !soundsUnsure(plain), say("It sounds unsure."));
    add("length", words >= fewestWords && words <= mostWords,
        words < fewestWords ? say("It is too short to be an answer.") : say("It is too long for an answer."));
    add("repetition", !repeatsItself(plain), say("It repeats itself."));
    add("language", !speaksAnotherLanguage(grounding.answer, asked),
        say("It is in another language than the customer's."));
    add("leak", !leaksThePrompt(plain, sources), say("It repeats instructions instead of an answer."));
    add("rules", !broken, say("A house rule forbids it: \"%1\".").arg(broken.value_or(QString())), true);
    return result;
}

} // namespace relaydesk
