// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/ticketmacros.h"
#include "models/desk/desk.h"
#include "ui/care/ticketactions.h"
#include "ui/macros/macroquestion.h"
#include "ui/macros/macrowords.h"
#include "ui/macros/savedreplies.h"
#include "ui/widgets/command.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostOffered = 20;
constexpr int longestDetail = 70;

} // namespace

QVector<Macro> macrosWith(const QVector<Macro> &macros, const QString &query) {
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    QVector<Macro> byShortcut;
    QVector<Macro> byName;
    for (const Macro &macro : macros) {
        if (!macro.shortcut.isEmpty() && macro.shortcut.startsWith(query, Qt::CaseInsensitive))
            byShortcut += macro;
        else if (std::all_of(words.begin(), words.end(),
                             [&](const QString &word) { return macro.name.contains(word, Qt::CaseInsensitive); }))
            byName += macro;
    }
    return byShortcut + byName;
}

TicketMacros::TicketMacros(const Theme &theme, Remote<Desk> desk, TicketActions &actions, QWidget *over)
    : QObject(over)
    , m_theme(theme)
    , m_desk(desk)
    , m_actions(actions)
    , m_over(over) {
    auto *edit = new Command(QStringLiteral("savedReplies"), tr("Saved replies and macros\u2026"),
                             QStringLiteral("Ctrl+Shift+M"), over);
    connect(edit, &Command::triggered, this, &TicketMacros::edit);
    offerCommands();
}

void TicketMacros::setTicket(TicketId ticket) {
    if (m_ticket == ticket)
        return;
    m_ticket = ticket;
    for (Command *command : std::as_const(m_commands))
        command->setEnabled(ticket.isValid());
    if (ticket.isValid())
        offerCommands(); // somebody else may have changed them
}

//! One for each, so that the palette finds it and keys can be chosen for it.
void TicketMacros::offerCommands() {
    m_desk.ask([](Desk &desk) { return readMacros(desk.stores().settings); })
        .then(this, [this](const Result<QVector<Macro>> &macros) {
            if (!macros)
                return;
            QHash<int, Command *> gone = m_commands;
            for (const Macro &macro : *macros) {
                Command *&command = m_commands[macro.id];
                if (!command) {
                    command = new Command(QStringLiteral("macro.%1").arg(macro.id), {}, {}, m_over);
                    connect(command, &Command::triggered, this, [this, id = macro.id] { use(id); });
                }
                command->setTitle(tr("Saved reply: %1").arg(macro.name));
                command->setEnabled(m_ticket.isValid());
                gone.remove(macro.id);
            }
            for (auto it = gone.cbegin(); it != gone.cend(); ++it)
                delete m_commands.take(it.key());
        });
}

CompletionSource TicketMacros::source() {
    return {
        QStringLiteral("/"), true, [this](const QString &query) {
            const auto look = [query, ticket = m_ticket,
                               by = m_actions.agent().id](Desk &desk) -> Result<QVector<Macro>> {
                if (!ticket.isValid())
                    return QVector<Macro>();
                const auto macros = readMacros(desk.stores().settings);
                RELAYDESK_TRY(macros);
                QVector<int> ids;
                for (const Macro &macro : macrosWith(*macros, query).mid(0, mostOffered))
                    ids += macro.id;
                return MacroBook(desk).filled(ids, ticket, by).map([](const FilledMacros &all) { return all.macros; });
            };
            return m_desk.ask(look).then(this, [this, query](const Result<QVector<Macro>> &macros) {
                return completions(macros.value_or(QVector<Macro>()), query.isEmpty());
            });
        }};
}

QVector<Completion> TicketMacros::completions(const QVector<Macro> &filled, bool isWhole) {
    QVector<Completion> offered;
    for (const Macro &macro : filled) {
        const QString detail = macro.text.isEmpty() ? actionWords(macro.actions) : macro.text.simplified();
        const QString word = macro.shortcut.isEmpty() ? QString() : QStringLiteral("  /%1").arg(macro.shortcut);
        offered += {macro.name + word, detail.left(longestDetail), {}, [this, id = macro.id] { use(id); }};
    }
    if (isWhole)
        offered +=
            {filled.isEmpty() ? tr("Make a saved reply\u2026") : tr("Change saved replies\u2026"), {}, {}, [this] {
                 edit();
             }};
    return offered;
}

void TicketMacros::use(int macro) {
    if (!m_ticket.isValid() || m_actions.isReadOnly())
        return;
    m_desk
        .ask([macro, ticket = m_ticket, by = m_actions.agent().id](Desk &desk) {
            return MacroBook(desk).filled({macro}, ticket, by);
        })
        .then(this, [this, macro](const Result<FilledMacros> &filled) {
            if (!filled) {
                emit failed(filled.error());
            } else if (filled->missing.isEmpty() && !resolvesWithText(filled->macros.first())) {
                run(macro, {}, false);
            } else {
                auto *question = new MacroQuestion(m_theme, *filled, m_over);
                connect(
                    question, &MacroQuestion::answered, this,
                    [this, macro](const QHash<QString, QString> &answers, bool send) { run(macro, answers, send); });
                question->open();
            }
        });
}

//! A text goes through the composer in any case: so it waits as long as any reply before it is out.
void TicketMacros::run(int macro, const QHash<QString, QString> &answers, bool send) {
    const TicketId ticket = m_ticket;
    m_desk
        .ask([macro, ticket, answers, by = m_actions.agent().id](Desk &desk) {
            return MacroBook(desk).run({macro}, ticket, by, answers);
        })
        .then(this, [this, ticket, send](const Result<MacroRun> &run) {
            if (!run) {
                emit failed(run.error());
                return;
            }
            m_actions.keep(run->deed);
            if (ticket != m_ticket || run->text.isEmpty())
                return;
            emit textWanted(run->text);
            if (send && run->resolution)
                emit resolutionWanted(run->resolution->value.trimmed().isEmpty());
        });
}

void TicketMacros::edit() {
    auto *dialog = new SavedReplies(m_theme, m_desk, {m_ticket, m_actions.agent().id, m_actions.isReadOnly()}, m_over);
    connect(dialog, &SavedReplies::changed, this, &TicketMacros::offerCommands);
    connect(dialog, &SavedReplies::useWanted, this, &TicketMacros::use);
    dialog->open();
}

} // namespace relaydesk
