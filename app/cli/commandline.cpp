// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include "app/cli/agentcommand.h"
#include "app/cli/askcommand.h"
#include "app/cli/chatcommand.h"
#include "app/cli/democommand.h"
#include "app/cli/encodercommand.h"
#include "app/cli/evaluatecommand.h"
#include "app/cli/keycommand.h"
#include "app/cli/knowledgecommands.h"
#include "app/cli/metricscommand.h"
#include "app/cli/modelcommand.h"
#include "app/cli/servecommand.h"
#include "app/cli/simulatecommand.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("CommandLine", text); }
} // namespace

CommandLine::CommandLine(Terminal &terminal) : m_terminal(terminal) {
    m_commands.push_back(std::make_unique<DemoCommand>());
    m_commands.push_back(std::make_unique<AskCommand>());
    m_commands.push_back(std::make_unique<ChatCommand>());
    m_commands.push_back(std::make_unique<AgentCommand>());
    m_commands.push_back(std::make_unique<ImportCommand>());
    m_commands.push_back(std::make_unique<ExportCommand>());
    m_commands.push_back(std::make_unique<MetricsCommand>());
    m_commands.push_back(std::make_unique<EvaluateCommand>());
    m_commands.push_back(std::make_unique<SimulateCommand>());
    m_commands.push_back(std::make_unique<ServeCommand>());
    m_commands.push_back(std::make_unique<KeyCommand>());
    m_commands.push_back(std::make_unique<ModelCommand>());
    m_commands.push_back(std::make_unique<EncoderCommand>());
}

void CommandLine::printOverview(QTextStream &to) const {
    to << tr("Usage: relaydesk COMMAND [ARGUMENTS]") << "\n\n"
       << tr("A desk for customer support: answers what it knows, hands over what it does not, learns from the person "
             "who answers.")
       << "\n\n";
    for (const auto &command : m_commands)
        to << "  " << command->name().leftJustified(10) << command->summary() << '\n';
    to << '\n'
       << tr("Every command explains itself: relaydesk COMMAND --help. relaydesk --version prints the version.")
       << Qt::endl;
}

int CommandLine::run(const QStringList &arguments) {
    const QString first = arguments.value(1);
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        m_terminal.out << "relaydesk " << RELAYDESK_VERSION << Qt::endl;
        return Success;
    }
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        printOverview(m_terminal.out);
        return Success;
    }
    for (const auto &command : m_commands) {
        if (command->name() == first)
            return runCommand(*command, arguments.mid(1));
    }
    if (first.isEmpty())
        printOverview(m_terminal.err);
    else
        m_terminal.err << tr("There is no command \"%1\". See: relaydesk --help").arg(first) << Qt::endl;
    return WrongUsage;
}

int CommandLine::runCommand(Command &command, const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary() + u'.');
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("Print this help."));
    parser.addOption(help);
    command.describe(parser);
    addLaunchOptions(parser);
    if (!parser.parse(arguments))
        return wrongUsage(m_terminal, command.name(), parser.errorText() + u'.');
    if (parser.isSet(help)) {
        m_terminal.out << parser.helpText().replace(QStringLiteral("Usage: ") + QCoreApplication::arguments().value(0),
                                                    QStringLiteral("Usage: relaydesk ") + command.name())
                       << Qt::flush;
        return Success;
    }
    return command.run(parser, m_terminal);
}

} // namespace relaydesk
