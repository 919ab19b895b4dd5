// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/chatcommand.h"
#include "app/cli/chatsession.h"
#include "app/cli/linereader.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ChatCommand", text); }

constexpr int lookEveryMs = 500;

void talk(ChatSession &session, Terminal &terminal) {
    LineReader reader;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &session, &ChatSession::showNews);
    QObject::connect(&reader, &LineReader::lineRead, &loop, [&](const QString &line) {
        if (!session.take(line))
            loop.quit();
    });
    QObject::connect(&reader, &LineReader::ended, &loop, &QEventLoop::quit);
    terminal.out << tr("Write as the customer; /person, /yes, /no, /quit.") << Qt::endl;
    session.showNews();
    look.start(lookEveryMs);
    reader.start();
    loop.exec();
}

} // namespace

QString ChatCommand::name() const { return QStringLiteral("chat"); }

QString ChatCommand::summary() const { return tr("Talk to the desk as a customer"); }

void ChatCommand::describe(QCommandLineParser &parser) const {
    parser.addOption({QStringLiteral("name"), tr("The customer's name."), tr("NAME")});
    parser.addOption({QStringLiteral("session"), tr("Go on with an earlier conversation."), tr("ID")});
}

int ChatCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(terminal, name(), tr("The chat takes no arguments; write when it has started."));
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    auto services = Services::open(*options);
    if (!services)
        return failWith(terminal, services.error());
    auto session = ChatSession::open(**services, terminal, parser.value(QStringLiteral("session")),
                                     parser.value(QStringLiteral("name")));
    if (!session)
        return failWith(terminal, session.error());
    talk(**session, terminal);
    return (*session)->hadTrouble() ? Failed : Success;
}

} // namespace relaydesk
