// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/grounding.h"
#include "models/desk/prompt.h"
#include "models/desk/words.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Grounding", text); }

const QRegularExpression &citation() {
    static const QRegularExpression expression(QStringLiteral("\\s?\\[(\\d{1,3})\\]"));
    return expression;
}

QStringList allMatches(const QString &text, const QString &pattern) {
    QStringList found;
    for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();)
        found += match.next().captured();
    return found;
}

bool allStandIn(const QStringList &pieces, const QString &sources) {
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](const QString &piece) { return sources.contains(piece, Qt::CaseInsensitive); });
}

bool citesOnly(const QString &written, qsizetype articles) {
    bool any = false;
    for (auto match = citation().globalMatch(written); match.hasNext();) {
        const int number = match.next().captured(1).toInt();
        if (number < 1 || number > articles)
            return false;
        any = true;
    }
    return any;
}

//! At least six of ten content words stand in the sources.
bool wordsStandIn(const QString &answer, const QString &sources) {
    const QSet<QString> said = contentWordsOf(answer);
    const QSet<QString> held = contentWordsOf(sources);
    return !said.isEmpty() && (said & held).size() * 10 >= said.size() * 6;
}

const QString &linkPattern() {
    static const QString pattern = QStringLiteral("(?:https?://|www\\.)[^\\s)>\\]]+|[\\w.+-]+@[\\w-]+\\.[\\w.]+");
    return pattern;
}

QString withoutForeignLinks(QString answer, const QString &sources) {
    for (const QString &link : allMatches(answer, linkPattern())) {
        if (!sources.contains(link, Qt::CaseInsensitive))
            answer.remove(link);
    }
    return answer.trimmed();
}

} // namespace

Grounding groundingOf(const QString &written, const QVector<Article> &articles) {
    Grounding grounding;
    QString sources;
    for (const Article &article : articles)
        sources += article.title + u'\n' + article.answer + u'\n';
    QString plain = written;
    plain.remove(citation());
    grounding.refused = plain.trimmed().isEmpty() || plain.contains(noAnswerMark(), Qt::CaseInsensitive);
    grounding.answer = withoutForeignLinks(plain.trimmed(), sources);
    const std::pair<bool, QString> checks[] = {
        {citesOnly(written, articles.size()), say("It does not name the articles it rests on.")},
        {allStandIn(allMatches(plain, QStringLiteral("\\d+(?:[.,]\\d+)*")), sources),
         say("It holds a number that stands in no article.")},
        {allStandIn(allMatches(plain, linkPattern()), sources),
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
