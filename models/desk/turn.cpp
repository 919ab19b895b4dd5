// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/turn.h"
#include "models/desk/choices.h"
#include <QtCore/QStringList>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qint64 burstMs = 2000;

bool asksBack(const Message &message) { return message.author == Author::Assistant && !message.choices.isEmpty(); }

qsizetype startOfOpenTurn(const QVector<Message> &episode) {
    qsizetype start = episode.size();
    while (start > 0 && (episode[start - 1].author == Author::Customer || asksBack(episode[start - 1])))
        --start;
    return start;
}

} // namespace

QString openTurn(const QVector<Message> &episode) {
    QStringList lines;
    QVector<Choice> offered;
    for (qsizetype i = startOfOpenTurn(episode); i < episode.size(); ++i) {
        if (asksBack(episode[i]))
            offered = episode[i].choices;
        else if (!pickOf(episode[i].text, offered))
            lines += episode[i].text;
    }
    return lines.join(u'\n');
}

bool isRestOfBurst(const QVector<Message> &episode) {
    if (episode.isEmpty() || episode.last().author != Author::Customer)
        return false;
    const auto before = std::find_if(episode.rbegin() + 1, episode.rend(),
                                     [](const Message &message) { return message.author == Author::Customer; });
    return before != episode.rend() && before != episode.rbegin() + 1 &&
           before->at.msecsTo(episode.last().at) <= burstMs;
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
        if (asksBack(message))
            continue;
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
