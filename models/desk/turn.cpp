// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/turn.h"
#include <QtCore/QStringList>
#include <algorithm>

namespace relaydesk {

namespace {

qsizetype startOfOpenTurn(const QVector<Message> &episode) {
    qsizetype start = episode.size();
    while (start > 0 && episode[start - 1].author == Author::Customer)
        --start;
    return start;
}

} // namespace

QString openTurn(const QVector<Message> &episode) {
    QStringList lines;
    for (qsizetype i = startOfOpenTurn(episode); i < episode.size(); ++i)
        lines += episode[i].text;
    return lines.join(u'\n');
}

QString lastQuestion(const QVector<Message> &episode) {
    if (const QString open = openTurn(episode); !open.isEmpty())
        return open;
    for (auto message = episode.crbegin(); message != episode.crend(); ++message) {
        if (message->author == Author::Customer)
            return message->text;
    }
    return {};
}

QStringList answeredQuestions(const QVector<Message> &episode) {
    QStringList questions;
    QStringList burst;
    for (const Message &message : episode) {
        if (message.author == Author::Customer) {
            burst += message.text;
            continue;
        }
        questions += burst;
        if (burst.size() > 1)
            questions += burst.join(u'\n');
        burst.clear();
    }
    return questions;
}

int turnsOfAssistant(const QVector<Message> &episode) {
    return int(std::count_if(episode.begin(), episode.end(),
                             [](const Message &message) { return message.author == Author::Assistant; }));
}

} // namespace relaydesk
