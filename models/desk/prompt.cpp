// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/prompt.h"
#include "models/desk/answerlanguage.h"
#include "models/desk/prompttemplate.h"

namespace relaydesk {

namespace {

//! The first so many characters, no half of a pair among them.
QString cut(const QString &text, qsizetype most) {
    const bool halves = text.size() > most && most > 0 && text.at(most - 1).isHighSurrogate();
    return text.left(halves ? most - 1 : most);
}

QString numbered(const QVector<Article> &articles, qsizetype mostCharacters) {
    QString sources;
    const qsizetype share = mostCharacters / std::max<qsizetype>(1, articles.size());
    for (int i = 0; i < articles.size(); ++i) {
        const QString title = cut(articles[i].title, share / 3);
        sources += QStringLiteral("[%1] ").arg(i + 1) + asPromptData(title) + u'\n' +
                   asPromptData(cut(articles[i].answer, share - title.size())) + QStringLiteral("\n\n");
    }
    return sources;
}

//! The gaps that depend on the desk's settings. They are the desk's own words, but cannot break a block either.
QHash<QString, QString> settled(const AssistantRules &rules, const QString &question) {
    QString houseRules;
    for (const QString &rule : rules.houseRules)
        houseRules += QStringLiteral(" House rule: ") + asPromptData(rule.simplified()) + u'.';
    return {{QStringLiteral("rules"), houseRules},
            {QStringLiteral("tone"), rules.tone.isEmpty()
                                         ? QString()
                                         : QStringLiteral("Tone: %1. ").arg(asPromptData(rules.tone.simplified()))},
            {QStringLiteral("language"), languageToAnswerIn(question, rules.languages)}};
}

ModelRequest request(const QString &name, const QHash<QString, QString> &values, const AssistantRules &rules) {
    const PromptTemplate prompt = promptTemplate(name);
    ModelRequest made;
    made.purpose = prompt.name;
    made.turns = rendered(prompt, values);
    made.maxTokens = rules.maxTokens;
    made.temperature = rules.temperature;
    return made;
}

} // namespace

QString noAnswerMark() { return QStringLiteral("NO_ANSWER"); }

ModelRequest promptFor(const QString &question, const QVector<Article> &articles, const AssistantRules &rules) {
    const QString asked = cut(question, rules.mostCharacters / 3);
    auto values = settled(rules, asked);
    values.insert(QStringLiteral("question"), asPromptData(asked));
    values.insert(QStringLiteral("articles"), numbered(articles, rules.mostCharacters - asked.size()));
    return request(QStringLiteral("answer"), values, rules);
}

ModelRequest summaryPrompt(const QString &conversation, const AssistantRules &rules) {
    auto values = settled(rules, conversation);
    values.insert(QStringLiteral("conversation"), asPromptData(conversation.right(rules.mostCharacters)));
    return request(QStringLiteral("summary"), values, rules);
}

ModelRequest suggestionPrompt(const QString &conversation, const QVector<Article> &articles,
                              const AssistantRules &rules) {
    auto values = settled(rules, conversation);
    values.insert(QStringLiteral("conversation"), asPromptData(conversation.right(rules.mostCharacters / 2)));
    values.insert(QStringLiteral("articles"), numbered(articles, rules.mostCharacters / 2));
    return request(QStringLiteral("suggestion"), values, rules);
}

} // namespace relaydesk
