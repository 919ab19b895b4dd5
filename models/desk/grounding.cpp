// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/grounding.h"
#include "models/desk/prompt.h"
#include "models/desk/words.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Grounding", text); }

const QRegularExpression &citation() {
    static const QRegularExpression expression(QStringLiteral("\\s?\\[(\\d{1,3}(?:, ?\\d{1,3})*)\\](?!\\()"));
    return expression;
}

const QRegularExpression &number() {
    static const QRegularExpression expression(QStringLiteral("\\d++(?:[.,]\\d++)*+"));
    return expression;
}

//! Links with or without a scheme, and addresses; a full stop behind them is not theirs.
const QRegularExpression &link() {
    static const QRegularExpression expression(
        QStringLiteral(
            "(?:[a-z][a-z0-9+.-]{1,15}://|www\\.|mailto:|javascript:)[^\\s<>()\\[\\]]{0,500}[^\\s<>()\\[\\].,;:!?]|"
            "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w-]{1,64}+(?:\\.[\\w-]{1,64}+){1,5}|"
            "(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,5}(?:com|net|org|info|biz|io|co|app|dev|shop|online|site|xyz|top|ru|"
            "cn|uk|de|eu|"
            "example)\\b(?:/[^\\s<>()\\[\\]]{0,500}[^\\s<>()\\[\\].,;:!?])?"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

QStringList allMatches(const QString &text, const QRegularExpression &expression) {
    QStringList found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    return found;
}

//! As whole pieces: "5" does not stand in "15".
bool allStandIn(const QStringList &pieces, const QString &sources, const QRegularExpression &expression) {
    const QStringList held = allMatches(sources, expression);
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](const QString &piece) { return held.contains(piece, Qt::CaseInsensitive); });
}

bool citesOnly(const QString &written, qsizetype articles) {
    bool any = false;
    for (auto match = citation().globalMatch(written); match.hasNext(); any = true) {
        for (const QString &cited : match.next().captured(1).split(u',')) {
            if (const int article = cited.trimmed().toInt(); article < 1 || article > articles)
                return false;
        }
    }
    return any;
}

//! "1. Open …" counts steps and claims no number.
QString withoutListMarks(const QString &text) {
    static const QRegularExpression mark(QStringLiteral("^\\s{0,8}\\d{1,2}[.)]\\s"),
                                         QRegularExpression::MultilineOption);
    return QString(text).remove(mark);
}

//! "thirty days" is a number as well; it may stand in the articles as a word or in digits.
bool spelledNumbersStandIn(const QString &answer, const QString &sources) {
    static const QHash<QString, QString> numbers{
        {QStringLiteral("three"), QStringLiteral("3")},      {QStringLiteral("four"), QStringLiteral("4")},
        {QStringLiteral("five"), QStringLiteral("5")},       {QStringLiteral("six"), QStringLiteral("6")},
        {QStringLiteral("seven"), QStringLiteral("7")},      {QStringLiteral("eight"), QStringLiteral("8")},
        {QStringLiteral("nine"), QStringLiteral("9")},       {QStringLiteral("ten"), QStringLiteral("10")},
        {QStringLiteral("twelve"), QStringLiteral("12")},    {QStringLiteral("fourteen"), QStringLiteral("14")},
        {QStringLiteral("twenty"), QStringLiteral("20")},    {QStringLiteral("thirty"), QStringLiteral("30")},
        {QStringLiteral("sixty"), QStringLiteral("60")},     {QStringLiteral("ninety"), QStringLiteral("90")},
        {QStringLiteral("fifty"), QStringLiteral("50")},     {QStringLiteral("hundred"), QStringLiteral("100")},
        {QStringLiteral("thousand"), QStringLiteral("1000")}};
    const QStringList held = wordsOf(sources);
    const QStringList said = wordsOf(answer);
    return std::all_of(said.begin(), said.end(), [&](const QString &word) {
        const auto number = numbers.constFind(word);
        return number == numbers.cend() || held.contains(word) || held.contains(*number);
    });
}

//! At least six of ten content words stand in the sources.
bool wordsStandIn(const QString &answer, const QString &sources) {
    const QSet<QString> said = contentWordsOf(answer);
    const QSet<QString> held = contentWordsOf(sources);
    return !said.isEmpty() && (said & held).size() * 10 >= said.size() * 6;
}

//! Of a Markdown link its words stay.
QString withoutForeignLinks(QString answer, const QString &sources) {
    static const QRegularExpression empty(QStringLiteral("\\[([^\\[\\]]{0,200})\\]\\(\\s*\\)|<\\s*>"));
    const QStringList known = allMatches(sources, link());
    for (const QString &found : allMatches(answer, link())) {
        if (!known.contains(found, Qt::CaseInsensitive))
            answer.remove(found);
    }
    return answer.replace(empty, QStringLiteral("\\1")).trimmed();
}

} // namespace

Grounding groundingOf(const QString &written, const QVector<Article> &articles) {
    Grounding grounding;
    QString sources;
    for (const Article &article : articles)
        sources += article.title + u'\n' + article.answer + u'\n';
    QString plain = written;
    plain.remove(citation());
    grounding.answer = withoutForeignLinks(plain.trimmed(), sources);
    grounding.refused = wordsOf(grounding.answer).isEmpty() || plain.contains(noAnswerMark(), Qt::CaseInsensitive);
    const std::pair<bool, QString> checks[] = {
        {citesOnly(written, articles.size()), say("It does not name the articles it rests on.")},
        {allStandIn(allMatches(withoutListMarks(plain), number()), sources, number()) &&
             spelledNumbersStandIn(plain, sources),
         say("It holds a number that stands in no article.")},
        {allStandIn(allMatches(plain, link()), sources, link()),
         say("It held a link or address that stands in no article; that was taken out.")},
        {wordsStandIn(plain, sources), say("Much of it stands in no article.")},
    };
    int passed = 0;
    for (const auto &[good, finding] : checks) {
        if (good)
            ++passed;
        else
            grounding.findings += finding;
    }
    grounding.share = double(passed) / double(std::size(checks));
    return grounding;
}

} // namespace relaydesk
