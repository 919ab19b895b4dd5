// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/summary.h"
#include "models/desk/frustration.h"
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

} // namespace

QString summaryOf(const QString &customer, const QVector<Message> &messages, const Verdict &verdict) {
    const QString name = customer.isEmpty() ? say("The customer") : customer;
    QStringList parts;
    QStringList earlier;
    int answers = 0;
    for (const Message &message : messages) {
        if (message.author == Author::Assistant)
            ++answers;
        if (message.author == Author::Customer && !verdict.question.contains(message.text))
            earlier += shortened(message.text);
    }
    if (!earlier.isEmpty())
        parts += say("%1 wrote before: \"%2\".")
                     .arg(name, earlier.mid(std::max<qsizetype>(0, earlier.size() - 3)).join(QStringLiteral("\", \"")));
    if (answers > 0)
        parts += say("The assistant answered %n time(s) in this conversation.")
                     .replace(QStringLiteral("%n time(s)"), answers == 1 ? say("once") : say("%1 times").arg(answers));
    if (!verdict.question.isEmpty())
        parts += say("Open question: \"%1\".").arg(shortened(verdict.question));
    QStringList said;
    for (const Message &message : messages) {
        if (message.author == Author::Customer)
            said += message.text;
    }
    if (const QStringList facts = factsIn(said); !facts.isEmpty())
        parts += say("Facts given: %1.").arg(facts.join(QStringLiteral(", ")));
    if (std::any_of(said.begin(), said.end(), [](const QString &text) { return isFrustrated(text); }))
        parts += say("The customer sounds frustrated.");
    QStringList closest;
    for (const Source &source : verdict.sources.mid(0, 3))
        closest += QStringLiteral("\"%1\" (%2)").arg(source.title, QString::number(source.score, 'f', 2));
    if (!closest.isEmpty())
        parts += say("Closest articles: %1.").arg(closest.join(QStringLiteral(", ")));
    return parts.isEmpty() ? say("%1 asked for a person before writing anything else.").arg(name) : parts.join(u' ');
}

} // namespace relaydesk
