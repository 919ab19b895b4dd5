// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/agenthelp.h"
#include "models/desk/promptorders.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

QString say(const char *text) { return QCoreApplication::translate("AgentHelp", text); }

QString speakerOf(Author author) {
    return author == Author::Customer    ? QStringLiteral("Customer: ")
           : author == Author::Assistant ? QStringLiteral("Assistant: ")
                                         : QStringLiteral("Agent: ");
}

//! The checks that mean the same for a summary as for an answer: a customer may be unsure, and may speak of passwords.
bool isForSummaries(const AnswerCheck &check) {
    static const QStringList names{QStringLiteral("grounding"),    QStringLiteral("names"),
                                   QStringLiteral("placeholders"), QStringLiteral("length"),
                                   QStringLiteral("repetition"),   QStringLiteral("leak")};
    return names.contains(check.name);
}

} // namespace

HelpMaterial helpMaterial(const QVector<Message> &messages, AskedFor asked) {
    const auto last = std::find_if(messages.rbegin(), messages.rend(),
                                   [](const Message &message) { return message.author == Author::Customer; });
    QStringList lines;
    QStringList said;
    for (auto message = messages.begin(); message != last.base(); ++message) {
        const QString text = withoutOrders(message->text).simplified();
        if (message->author == Author::System || text.isEmpty())
            continue;
        lines += speakerOf(message->author) + text;
        if (message->author == Author::Customer)
            said += text;
    }
    HelpMaterial material{{}, std::move(asked)};
    material.conversation = material.asked.redaction.redacted(lines.join(u'\n'));
    material.asked.question = material.asked.redaction.redacted(said.join(u'\n'));
    return material;
}

CheckedSummary checkedSummary(const QString &written, const HelpMaterial &material) {
    static const QRegularExpression label(QStringLiteral("^\\W{0,4}question\\W{0,3}:\\W{0,3}\\w"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::MultilineOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    // The conversation is the one article it has to rest on; it need not be cited.
    AskedFor asked = material.asked;
    asked.articles = {
        {.title = QStringLiteral("Question Tried Facts Mood customer asked wants nothing none said assistant"),
         .answer = material.conversation}};
    asked.closeness = {1.0};
    const CheckedAnswer checked = checkedAnswer(written.trimmed() + QStringLiteral(" [1]"), asked);
    CheckedSummary result{checked.answer, {}};
    if (checked.refused || !label.match(written).hasMatch())
        result.findings += say("It is no summary.");
    for (const AnswerCheck &check : checked.checks) {
        if (!check.passed && isForSummaries(check))
            result.findings += check.finding;
    }
    return result;
}

} // namespace relaydesk
