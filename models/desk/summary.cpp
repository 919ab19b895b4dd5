// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/summary.h"
#include "models/desk/frustration.h"
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Summary", text); }

QString shortened(const QString &text) {
    const QString line = text.simplified();
    return line.size() <= 160 ? line : line.left(157).trimmed() + QStringLiteral("\u2026");
}

//! What can be looked up: amounts, dates, and numbers of four digits and more, as the customer wrote them.
QStringList factsIn(const QStringList &texts) {
    static const QRegularExpression fact(
        QStringLiteral(
            "[\u00a3\u20ac$] ?\\d[\\d.,]{0,12}\\d|\\d[\\d.,]{0,12} ?(?:[\u00a3\u20ac$]|(?:EUR|USD|GBP|euros?|dollars?|"
            "pounds?)\\b)|\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}\\b|#?\\b[A-Z]{0,5}-?\\d{4,20}\\b|"
            "[\\w.+-]{1,64}@[\\w.-]{1,100}\\w"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList facts;
    for (const QString &text : texts) {
        for (auto matches = fact.globalMatch(text.left(4000)); matches.hasNext();)
            facts += matches.next().captured();
    }
    facts.removeDuplicates();
    return facts.mid(0, 6);
}

//! What the customer wrote, each time with what the assistant answered to it; the last three.
QStringList triedIn(const QVector<Message> &messages) {
    QStringList tried;
    QStringList asked;
    for (const Message &message : messages) {
        const bool isGreeting = message.text == wording::greeting() || message.text == wording::welcome();
        if (message.author == Author::Customer)
            asked += message.text;
        if (message.author != Author::Assistant || isGreeting)
            continue;
        tried += say("to \"%1\" the assistant %2 \"%3\"")
                     .arg(shortened(asked.join(u' ')), message.choices.isEmpty() ? say("answered") : say("asked back"),
                          shortened(message.text));
        asked.clear();
    }
    return tried.mid(std::max<qsizetype>(0, tried.size() - 3));
}

//! What came after the last answer and is not the question itself, as "no".
QString reactionIn(const QVector<Message> &messages, const QString &question) {
    if (messages.isEmpty() || messages.last().author != Author::Customer)
        return {};
    const QString text = messages.last().text;
    return question.contains(text) ? QString() : shortened(text);
}

} // namespace

QString summaryOf(const QString &customer, const QVector<Message> &messages, const Verdict &verdict) {
    QStringList said;
    for (const Message &message : messages) {
        if (message.author == Author::Customer)
            said += message.text;
    }
    const QString question = verdict.question.isEmpty() && !said.isEmpty() ? said.last() : verdict.question;
    QStringList lines;
    if (question.isEmpty())
        lines += say("%1 asked for a person before writing anything else.")
                     .arg(customer.isEmpty() ? say("The customer") : customer);
    else
        lines += say("Question: \"%1\"").arg(shortened(question));
    QStringList tried = triedIn(messages);
    if (const QString reaction = reactionIn(messages, question); !tried.isEmpty() && !reaction.isEmpty())
        tried += say("then the customer wrote \"%1\"").arg(reaction);
    if (!tried.isEmpty())
        lines += say("Tried: %1").arg(tried.join(QStringLiteral("; ")));
    if (const QStringList facts = factsIn(said); !facts.isEmpty())
        lines += say("Facts: %1").arg(facts.join(QStringLiteral(", ")));
    if (std::any_of(said.begin(), said.end(), [](const QString &text) { return isFrustrated(text); }))
        lines += say("Mood: frustrated");
    QStringList closest;
    for (const Source &source : verdict.sources.mid(0, 3))
        closest += QStringLiteral("\"%1\" (%2)").arg(source.title, QString::number(source.score, 'f', 2));
    if (!closest.isEmpty())
        lines += say("Closest articles: %1").arg(closest.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

} // namespace relaydesk
