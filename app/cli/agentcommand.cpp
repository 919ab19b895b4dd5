// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/agentcommand.h"
#include "app/cli/agentwork.h"
#include <QtCore/QCoreApplication>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("AgentCommand", text); }

QString defaultAgentName() {
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? tr("Agent") : user.left(1).toUpper() + user.mid(1);
}

AgentOrder orderFrom(const QCommandLineParser &parser) {
    AgentOrder order;
    order.words = parser.positionalArguments().mid(1);
    order.agentName =
        parser.isSet(QStringLiteral("as")) ? parser.value(QStringLiteral("as")).trimmed() : defaultAgentName();
    order.json = parser.isSet(QStringLiteral("json"));
    order.all = parser.isSet(QStringLiteral("all"));
    order.takeOver = parser.isSet(QStringLiteral("take-over"));
    order.otherCustomers = parser.isSet(QStringLiteral("other-customers"));
    order.send = parser.isSet(QStringLiteral("send"));
    order.learn = !parser.isSet(QStringLiteral("no-learn"));
    order.learnTitle = parser.value(QStringLiteral("learn-title"));
    order.learnQuestion = parser.value(QStringLiteral("learn-question"));
    order.learnAnswer = parser.value(QStringLiteral("learn-answer"));
    return order;
}

Result<void> carryOut(const AgentVerb &verb, const AgentOrder &order, LaunchOptions options, Terminal &terminal) {
    options.readOnly = verb.readOnly;
    if (verb.readOnly) {
        const auto storage = openStorage(options);
        RELAYDESK_TRY(storage);
        return verb.look(order, **storage, terminal);
    }
    const auto services = Services::open(options);
    RELAYDESK_TRY(services);
    return verb.work(order, **services, terminal);
}

} // namespace

QString AgentCommand::name() const { return QStringLiteral("agent"); }

QString AgentCommand::summary() const {
    return tr("Work the queue: list, show, claim, reply, resolve, tag, snooze, merge, macros");
}

void AgentCommand::describe(QCommandLineParser &parser) const {
    QString verbs = tr("One of:");
    for (const AgentVerb &verb : agentVerbs())
        verbs += QStringLiteral("\n%1 %2: %3").arg(verb.name, verb.usage, verb.summary);
    parser.addPositionalArgument(QStringLiteral("VERB"), verbs, QStringLiteral("VERB [ARGUMENTS]"));
    parser.addOptions({
        jsonOption(),
        {QStringLiteral("as"), tr("The agent's name (default: %1).").arg(defaultAgentName()), tr("NAME")},
        {QStringLiteral("all"), tr("list, proposals: the ended ones too. log: all of it.")},
        {QStringLiteral("take-over"), tr("claim: also from another agent.")},
        {QStringLiteral("other-customers"), tr("merge: also tickets of other customers; each reads the same answers.")},
        {QStringLiteral("send"), tr("macro: its text goes to the customer.")},
        {QStringLiteral("no-learn"), tr("resolve: learn nothing from this answer.")},
        {QStringLiteral("learn-title"), tr("resolve, publish: the article's title."), tr("TEXT")},
        {QStringLiteral("learn-question"), tr("resolve, publish: the question it is learned under."), tr("TEXT")},
        {QStringLiteral("learn-answer"), tr("resolve, publish: the answer to learn."), tr("TEXT")},
    });
}

int AgentCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const QStringList words = parser.positionalArguments();
    const QVector<AgentVerb> &verbs = agentVerbs();
    const QString wanted = words.isEmpty() ? QStringLiteral("list") : words.first();
    const auto verb =
        std::find_if(verbs.begin(), verbs.end(), [&](const AgentVerb &known) { return known.name == wanted; });
    if (verb == verbs.end())
        return wrongUsage(terminal, name(), tr("An agent cannot \"%1\".").arg(wanted));
    const AgentOrder order = orderFrom(parser);
    if (order.words.size() < verb->fewest || order.words.size() > verb->most)
        return wrongUsage(terminal, name(),
                          tr("It is: relaydesk agent %1 %2").arg(verb->name, verb->usage).trimmed() + u'.');
    if (order.agentName.isEmpty())
        return wrongUsage(terminal, name(), tr("--as needs a name."));
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const auto done = carryOut(*verb, order, *options, terminal);
    if (!done)
        return done.error().kind == ErrorKind::Invalid ? wrongUsage(terminal, name(), done.error().sentence)
                                                       : failWith(terminal, done.error());
    return Success;
}

} // namespace relaydesk
