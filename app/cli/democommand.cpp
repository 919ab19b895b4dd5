// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/democommand.h"
#include "app/cli/figures.h"
#include "app/cli/printing.h"
#include "app/cli/scenario.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("DemoCommand", text); }

struct Demo {
    QVector<PlayedScenario> played;
    Figures figures;
    QString limitation; //!< of the matcher

    bool isAsPromised() const {
        return limitation.isEmpty() && figures.totalQueries == 3 && figures.aiResolved == 2 &&
               figures.humanResolved == 1 && figures.learningEvents == 1 &&
               std::all_of(played.begin(), played.end(),
                           [](const PlayedScenario &scenario) { return scenario.isAsPromised(); });
    }
};

Result<Demo> playAll(const LaunchOptions &options) {
    auto services = Services::open(options);
    RELAYDESK_TRY(services);
    Desk &desk = *(*services)->desk;
    const Stores stores = (*services)->storage->stores();
    const auto sample = sampleKnowledge();
    RELAYDESK_TRY(sample);
    RELAYDESK_TRY(desk.saveArticles(*sample));
    Agent agent{.name = QStringLiteral("Dana Ortiz")};
    const auto id = stores.people.save(agent);
    RELAYDESK_TRY(id);
    agent.id = *id;
    Demo demo;
    for (const Scenario &scenario : scenarios()) {
        auto played = play(scenario, desk, stores, agent);
        RELAYDESK_TRY(played);
        demo.played.append(*played);
    }
    const auto figures = figuresBetween(stores.events, {}, {});
    RELAYDESK_TRY(figures);
    demo.figures = *figures;
    demo.limitation = (*services)->matcher->limitation();
    return demo;
}

QString sentenceFor(const PlayedScenario &played) {
    switch (played.outcome) {
    case Outcome::ResolvedByAi:
        return played.learned ? tr("Resolved by AI (learned)") : tr("Resolved by AI");
    case Outcome::ResolvedByHuman:
        return played.learned ? tr("Resolved by a person, and learned") : tr("Resolved by a person");
    case Outcome::Open:
        break;
    }
    return tr("Still open");
}

void printScenario(QTextStream &out, int number, const PlayedScenario &played) {
    out << tr("%1. %2").arg(number).arg(played.scenario.name) << "\n\n";
    for (const ScenarioTurn &turn : played.turns)
        printTurn(out, turn.speaker, turn.text,
                  turn.confidence ? tr("confidence %1, from \"%2\"")
                                        .arg(relaydesk::number(*turn.confidence), played.verdict->sources.first().title)
                                  : QString());
    if (played.verdict && played.verdict->isHandoff())
        out << "\n  " << wrapped(tr("Why it went to a person: %1").arg(played.verdict->handoff->sentence), 2) << '\n';
    if (played.lesson) {
        out << "\n  ";
        printProposal(out, *played.lesson);
    }
    out << "\n  \u2192 " << sentenceFor(played) << (played.isAsPromised() ? QString() : tr(" (not as promised)"))
        << "\n\n";
}

void printText(QTextStream &out, const Demo &demo) {
    out << tr("Relaydesk: the three scenarios, on a database of their own, without network.") << "\n\n";
    for (int i = 0; i < demo.played.size(); ++i)
        printScenario(out, i + 1, demo.played[i]);
    printFigures(out, demo.figures);
}

QJsonObject asJson(const Demo &demo) {
    QJsonArray played;
    for (const PlayedScenario &scenario : demo.played) {
        QJsonArray turns;
        for (const ScenarioTurn &turn : scenario.turns) {
            QJsonObject object{{QStringLiteral("from"), turn.from}, {QStringLiteral("text"), turn.text}};
            if (turn.confidence)
                object.insert(QStringLiteral("confidence"), *turn.confidence);
            turns.append(object);
        }
        played.append(QJsonObject{{QStringLiteral("name"), scenario.scenario.name},
                                  {QStringLiteral("turns"), turns},
                                  {QStringLiteral("outcome"), keyOf(scenario.outcome)},
                                  {QStringLiteral("learned"), scenario.learned}});
    }
    return {{QStringLiteral("scenarios"), played}, {QStringLiteral("analytics"), figuresJson(demo.figures)}};
}

} // namespace

QString DemoCommand::name() const { return QStringLiteral("demo"); }

QString DemoCommand::summary() const { return tr("Play the three scenarios on a temporary database, without network"); }

void DemoCommand::describe(QCommandLineParser &parser) const { parser.addOption(jsonOption()); }

int DemoCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(terminal, name(), tr("The demo takes no arguments."));
    QTemporaryDir folder;
    if (!folder.isValid())
        return failWith(terminal,
                        {ErrorKind::Storage, tr("No temporary folder could be made: %1").arg(folder.errorString())});
    LaunchOptions options;
    options.database = folder.filePath(QStringLiteral("demo.db"));
    options.offline = true;
    const auto demo = playAll(options);
    if (!demo)
        return failWith(terminal, demo.error());
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, asJson(*demo));
    else
        printText(terminal.out, *demo);
    terminal.out.flush();
    if (demo->isAsPromised())
        return Success;
    return failWith(terminal,
                    {ErrorKind::Unavailable,
                     demo->limitation.isEmpty() ? tr("The demo did not end as promised.") : demo->limitation});
}

} // namespace relaydesk
