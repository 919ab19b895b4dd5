// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/agentmacros.h"
#include "app/cli/printing.h"
#include "models/desk/macrobook.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace relaydesk {

namespace {

constexpr int manyWords = 1000;

QString tr(const char *text) { return QCoreApplication::translate("AgentMacros", text); }

Result<void> list(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const auto macros = readMacros(storage.stores().settings);
    RELAYDESK_TRY(macros);
    if (order.json) {
        printJson(terminal.out, QJsonDocument::fromJson(toJson(*macros)).object());
        return {};
    }
    for (const Macro &macro : *macros)
        terminal.out << macro.name
                     << (macro.shortcut.isEmpty() ? QString() : QStringLiteral("  /%1").arg(macro.shortcut)) << '\n';
    if (macros->isEmpty())
        terminal.out << tr("There are no macros. Import some with: relaydesk agent import-macros FILE") << '\n';
    terminal.out.flush();
    return {};
}

//! By name or shortcut, with commas between.
Result<QVector<int>> macrosCalled(const SettingStore &settings, const QString &names) {
    const auto macros = readMacros(settings);
    RELAYDESK_TRY(macros);
    QVector<int> found;
    for (const QString &word : names.split(u',')) {
        const QString name = word.simplified();
        const auto known = std::find_if(macros->begin(), macros->end(), [&](const Macro &macro) {
            return macro.name.compare(name, Qt::CaseInsensitive) == 0 ||
                   (!macro.shortcut.isEmpty() && macro.shortcut.compare(name, Qt::CaseInsensitive) == 0);
        });
        if (known == macros->end())
            return failure(ErrorKind::NotFound, tr("There is no macro \"%1\". Nothing was done.").arg(name));
        found += known->id;
    }
    return found;
}

Result<void> run(const AgentOrder &order, Services &services, Terminal &terminal) {
    bool isNumber = false;
    const TicketId ticket{order.words.first().toLongLong(&isNumber)};
    if (!isNumber)
        return failure(ErrorKind::Invalid, tr("\"%1\" is not a number.").arg(order.words.first()));
    const auto macros = macrosCalled(services.desk->stores().settings, order.words.at(1));
    RELAYDESK_TRY(macros);
    QHash<QString, QString> answers;
    for (const QString &word : order.words.mid(2))
        answers.insert(word.section(u'=', 0, 0).trimmed(), word.section(u'=', 1));
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    const auto done = MacroBook(*services.desk).run(*macros, ticket, agent->id, answers, order.send);
    RELAYDESK_TRY(done);
    tell(order, terminal,
         done->text.isEmpty() ? done->deed.sentence + u'.'
         : order.send         ? tr("Sent:\n%1").arg(done->text)
         : done->resolution   ? tr("Not sent and not resolved (--send does both):\n%1").arg(done->text)
                              : tr("Not sent (--send sends it):\n%1").arg(done->text),
         {{QStringLiteral("success"), true},
          {QStringLiteral("text"), done->text},
          {QStringLiteral("sent"), order.send && !done->text.isEmpty()}});
    return {};
}

Result<void> importFile(const AgentOrder &order, Services &services, Terminal &terminal) {
    QFile file(order.words.first());
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, tr("%1 could not be read: %2").arg(file.fileName(), file.errorString()));
    const auto count = MacroBook(*services.desk).import(file.readAll());
    RELAYDESK_TRY(count);
    tell(order, terminal, tr("Macros imported: %1.").arg(*count),
         {{QStringLiteral("success"), true}, {QStringLiteral("imported"), *count}});
    return {};
}

Result<void> exportFile(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const auto macros = readMacros(storage.stores().settings);
    RELAYDESK_TRY(macros);
    QSaveFile file(order.words.first());
    if (!file.open(QIODevice::WriteOnly) || file.write(toJson(*macros)) < 0 || !file.commit())
        return failure(ErrorKind::Storage, tr("%1 could not be written: %2").arg(file.fileName(), file.errorString()));
    tell(order, terminal, tr("Macros exported: %1.").arg(macros->size()),
         {{QStringLiteral("success"), true}, {QStringLiteral("exported"), macros->size()}});
    return {};
}

} // namespace

const QVector<AgentVerb> &macroVerbs() {
    static const QVector<AgentVerb> verbs = {
        {QStringLiteral("macros"), {}, tr("the saved replies and macros"), 0, 0, true, nullptr, list},
        {QStringLiteral("macro"), tr("TICKET NAME,NAME [QUESTION=ANSWER…]"), tr("run them on a ticket, in this order"),
         2, manyWords, false, run, nullptr},
        {QStringLiteral("import-macros"), tr("FILE"), tr("from JSON; those of a known name are replaced"), 1, 1, false,
         importFile, nullptr},
        {QStringLiteral("export-macros"), tr("FILE"), tr("as JSON"), 1, 1, true, nullptr, exportFile},
    };
    return verbs;
}

} // namespace relaydesk
