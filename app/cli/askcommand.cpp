// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/askcommand.h"
#include "app/cli/printing.h"
#include "app/cli/turnwaiter.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("AskCommand", text); }

struct Asked {
    Conversation conversation;
    std::optional<Verdict> verdict; //!< none for a greeting and the like
    QString reply;                  //!< the desk's last words
    std::optional<Ticket> ticket;
};

Result<Asked> ask(Services &services, const QString &question) {
    const Stores stores = services.storage->stores();
    services.desk->neverAskBack();
    const auto opened = services.desk->open({});
    RELAYDESK_TRY(opened);
    RELAYDESK_TRY(sayAndWait(*services.desk, opened->id, question));
    Asked asked{*opened, {}, {}, {}};
    const auto verdict = lastVerdict(stores.events, opened->id);
    RELAYDESK_TRY(verdict);
    if (*verdict)
        asked.verdict = (*verdict)->second;
    const auto messages = stores.conversations.messages(opened->id, {}, 100);
    RELAYDESK_TRY(messages);
    asked.reply = messages->last().text;
    const auto tickets = stores.tickets.tickets({.status = {}, .conversation = opened->id, .openOnly = true});
    RELAYDESK_TRY(tickets);
    if (!tickets->isEmpty())
        asked.ticket = tickets->first();
    return asked;
}

QJsonObject asJson(const Asked &asked) {
    Verdict verdict = asked.verdict.value_or(Verdict{});
    if (!asked.verdict)
        verdict.answer = asked.reply;
    QJsonObject object = verdictJson(verdict);
    object.insert(QStringLiteral("reply"), asked.reply);
    object.insert(QStringLiteral("sessionId"), asked.conversation.session);
    object.insert(QStringLiteral("ticket"), asked.ticket ? QJsonValue(asked.ticket->id.value) : QJsonValue());
    return object;
}

void printText(const Asked &asked, Services &services, Terminal &terminal) {
    if (!asked.verdict) {
        terminal.out << wrapped(asked.reply, 0) << Qt::endl;
        return;
    }
    printVerdict(terminal.out, *asked.verdict);
    if (asked.ticket)
        terminal.out << tr("Ticket %1 waits for a person: relaydesk agent show %1").arg(asked.ticket->id.value)
                     << Qt::endl;
    if (services.desk->knowledge().live().isEmpty())
        terminal.err << tr("The knowledge base is empty. Fill it with: relaydesk import --sample") << Qt::endl;
    if (const QString limitation = services.matcher->limitation(); !limitation.isEmpty())
        terminal.err << limitation << Qt::endl;
}

} // namespace

QString AskCommand::name() const { return QStringLiteral("ask"); }

QString AskCommand::summary() const { return tr("Ask one question as a customer"); }

void AskCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("QUESTION"), tr("What the customer writes."));
    parser.addOption(jsonOption());
}

int AskCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(terminal, name(), tr("Give exactly one question, in quotes."));
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const auto services = Services::open(*options);
    if (!services)
        return failWith(terminal, services.error());
    const auto asked = ask(**services, parser.positionalArguments().first());
    if (!asked)
        return failWith(terminal, asked.error());
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, asJson(*asked));
    else
        printText(*asked, **services, terminal);
    return Success;
}

} // namespace relaydesk
