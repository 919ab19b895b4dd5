// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/prompttemplate.h"
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

// Has to stand outside any namespace: names a function the resource compiler writes.
static void openResource() { Q_INIT_RESOURCE(prompts); }

namespace relaydesk {

namespace {

constexpr int newestVersion = 1; // of every prompt so far

QVector<ChatTurn> turnsIn(const QString &text) {
    QVector<ChatTurn> turns;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(QLatin1String("=== ")))
            turns.append({line.mid(4).trimmed(), {}});
        else if (!turns.isEmpty())
            turns.last().content += line + u'\n';
    }
    for (ChatTurn &turn : turns)
        turn.content = turn.content.trimmed();
    return turns;
}

} // namespace

PromptTemplate promptTemplate(const QString &name) {
    openResource();
    PromptTemplate prompt{QStringLiteral("%1-%2").arg(name).arg(newestVersion), {}};
    QFile file(QStringLiteral(":/prompts/%1.txt").arg(prompt.name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    prompt.turns = turnsIn(QString::fromUtf8(file.readAll()));
    return prompt;
}

QVector<ChatTurn> rendered(const PromptTemplate &prompt, const QHash<QString, QString> &values) {
    static const QRegularExpression gap(QStringLiteral("\\{\\{([a-z]{1,30})\\}\\}"));
    QVector<ChatTurn> turns = prompt.turns;
    for (ChatTurn &turn : turns) {
        QString filled;
        qsizetype done = 0;
        for (auto matches = gap.globalMatch(turn.content); matches.hasNext();) {
            const auto match = matches.next();
            filled += turn.content.mid(done, match.capturedStart() - done) + values.value(match.captured(1));
            done = match.capturedEnd();
        }
        turn.content = filled + turn.content.mid(done);
    }
    return turns;
}

QString asPromptData(QString text) {
    return text.replace(QLatin1String("<<"), QStringLiteral("\u2039\u2039"))
        .replace(QLatin1String(">>"), QStringLiteral("\u203a\u203a"));
}

} // namespace relaydesk
