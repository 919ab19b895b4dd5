// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/macrobook.h"
#include "models/desk/desk.h"
#include "models/desk/when.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype longestText = 20'000;

QString tr(const char *text) { return QCoreApplication::translate("Macros", text); }

tl::unexpected<Failure> wrong(const QString &sentence) {
    return failure(ErrorKind::Invalid, sentence + u' ' + tr("Nothing was saved."));
}

bool isSame(const QString &one, const QString &other) { return one.compare(other, Qt::CaseInsensitive) == 0; }

QStringList tagsIn(const QString &value) { return cleanTags(value.split(u',')); }

Result<void> check(const MacroAction &action, const QDateTime &now) {
    const QString value = action.value.trimmed();
    switch (action.deed) {
    case MacroDeed::Tag:
    case MacroDeed::Untag:
        return tagsIn(value).isEmpty() ? Result<void>(wrong(tr("A tag is missing."))) : Result<void>();
    case MacroDeed::Assign:
    case MacroDeed::Note:
        return value.isEmpty() ? Result<void>(wrong(tr("Whom to assign to, or what to note, is missing.")))
                               : Result<void>();
    case MacroDeed::Priority:
        return fromKey<Priority>(value) ? Result<void>()
                                        : Result<void>(wrong(tr("A priority is low, normal, high or urgent.")));
    case MacroDeed::Snooze: {
        const auto until = parseWhen(value, now, QTimeZone::systemTimeZone());
        return until ? Result<void>() : Result<void>(wrong(until.error().sentence));
    }
    case MacroDeed::Resolve:
        return value.isEmpty() || value == QLatin1String("without learning")
                   ? Result<void>()
                   : Result<void>(wrong(tr("Resolving is plain, or \"without learning\".")));
    }
    return {};
}

Result<void> check(const Macro &macro, const QVector<Macro> &others, const QDateTime &now) {
    if (macro.name.isEmpty() || macro.name.size() > longestName)
        return wrong(tr("A macro needs a name of at most %1 characters.").arg(longestName));
    if (macro.text.size() > longestText)
        return wrong(tr("The text of a macro has at most %1 characters.").arg(longestText));
    if (macro.text.trimmed().isEmpty() && macro.actions.isEmpty())
        return wrong(tr("\"%1\" has neither text nor actions.").arg(macro.name));
    static const QRegularExpression word(QStringLiteral("^[\\p{L}\\p{N}_-]*$"));
    if (!word.match(macro.shortcut).hasMatch())
        return wrong(tr("A shortcut is one word of letters, digits, - and _."));
    for (const Macro &other : others) {
        if (other.id == macro.id)
            continue;
        if (isSame(other.name, macro.name))
            return failure(ErrorKind::Conflict,
                           tr("There is a macro \"%1\" already. Nothing was saved.").arg(macro.name));
        if (!macro.shortcut.isEmpty() && isSame(other.shortcut, macro.shortcut))
            return failure(
                ErrorKind::Conflict,
                tr("The shortcut \"%1\" belongs to \"%2\". Nothing was saved.").arg(macro.shortcut, other.name));
    }
    for (const MacroAction &action : macro.actions)
        RELAYDESK_TRY(check(action, now));
    return {};
}

QString firstOf(const QString &name) { return name.section(u' ', 0, 0); }

} // namespace

Result<Macro> MacroBook::save(const Macro &given) {
    Macro macro = given;
    macro.name = macro.name.simplified();
    macro.shortcut = macro.shortcut.trimmed();
    const auto saved = m_desk.together([&]() -> Result<void> {
        const SettingStore &settings = m_desk.stores().settings;
        const auto macros = readMacros(settings);
        RELAYDESK_TRY(macros);
        RELAYDESK_TRY(check(macro, *macros, m_desk.now()));
        if (macro.id == 0) {
            const auto newest = newestMacro(settings);
            RELAYDESK_TRY(newest);
            macro.id = *newest + 1;
            macro.version = 0;
            RELAYDESK_TRY(m_desk.setSetting(macrosKey, QString::number(macro.id)));
        } else {
            const auto stored = find(macro.id);
            RELAYDESK_TRY(stored);
            if (stored->version != macro.version)
                return failure(ErrorKind::Conflict,
                               tr("\"%1\" was changed by somebody else meanwhile. Nothing was saved; "
                                  "look at it again.")
                                   .arg(stored->name));
        }
        ++macro.version;
        macro.updatedAt = m_desk.now();
        return m_desk.setSetting(macroKey(macro.id), toSetting(macro));
    });
    RELAYDESK_TRY(saved);
    return macro;
}

Result<Macro> MacroBook::find(int id) const {
    const auto setting = m_desk.stores().settings.value(macroKey(id));
    RELAYDESK_TRY(setting);
    const auto macro = macroFromSetting(id, *setting);
    if (!macro || macro->isDeleted)
        return failure(ErrorKind::NotFound, tr("There is no macro %1. Nothing was done.").arg(id));
    return *macro;
}

Result<void> MacroBook::remove(int id) {
    auto macro = find(id);
    RELAYDESK_TRY(macro);
    macro->isDeleted = true;
    ++macro->version;
    macro->updatedAt = m_desk.now();
    return m_desk.setSetting(macroKey(id), toSetting(*macro));
}

Result<int> MacroBook::import(const QByteArray &json) {
    auto macros = macrosFromJson(json);
    RELAYDESK_TRY(macros);
    const auto done = m_desk.together([&]() -> Result<void> {
        for (Macro &macro : *macros) {
            const auto known = readMacros(m_desk.stores().settings);
            RELAYDESK_TRY(known);
            for (const Macro &other : *known) {
                if (isSame(other.name, macro.name.simplified())) {
                    macro.id = other.id;
                    macro.version = other.version;
                }
            }
            RELAYDESK_TRY(save(macro));
        }
        return {};
    });
    RELAYDESK_TRY(done);
    return int(macros->size());
}

Result<MacroFacts> MacroBook::factsOf(TicketId id, AgentId by) const {
    const Stores &stores = m_desk.stores();
    const auto ticket = stores.tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    const auto conversation = stores.conversations.conversation(ticket->conversation);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto agent = stores.people.agent(by);
    RELAYDESK_TRY(agent);
    return MacroFacts{{QStringLiteral("customer.name"), customer->name},
                      {QStringLiteral("customer.first"), firstOf(customer->name)},
                      {QStringLiteral("customer.email"), customer->email},
                      {QStringLiteral("agent.name"), agent->name},
                      {QStringLiteral("agent.first"), firstOf(agent->name)},
                      {QStringLiteral("ticket.id"), QString::number(id.value)},
                      {QStringLiteral("ticket.question"), ticket->question}};
}

//! The macros with their texts and notes filled in, and what is missing in all of them.
Result<FilledMacros> MacroBook::filled(const QVector<int> &macros, TicketId ticket, AgentId by,
                                       const QHash<QString, QString> &answers) const {
    const auto facts = factsOf(ticket, by);
    RELAYDESK_TRY(facts);
    FilledMacros filled;
    const auto fill = [&](QString &text) {
        const MacroText done = filledIn(text, *facts, answers);
        text = done.text;
        for (const QString &question : done.missing) {
            if (!filled.missing.contains(question))
                filled.missing += question;
        }
    };
    for (const int id : macros) {
        auto macro = find(id);
        RELAYDESK_TRY(macro);
        fill(macro->text);
        for (MacroAction &action : macro->actions) {
            if (action.deed == MacroDeed::Note)
                fill(action.value);
        }
        filled.macros.append(*macro);
    }
    return filled;
}

Result<QStringList> MacroBook::questionsOf(const QVector<int> &macros, TicketId ticket, AgentId by) const {
    return filled(macros, ticket, by).map([](const FilledMacros &macro) { return macro.missing; });
}

Result<void> MacroBook::act(const MacroAction &action, TicketId ticket, AgentId by) {
    TicketCare &care = m_desk.care();
    const auto nothing = [](const auto &) {};
    const QString value = action.value.trimmed();
    switch (action.deed) {
    case MacroDeed::Tag:
        return care.addTags({ticket}, tagsIn(value), by).map(nothing);
    case MacroDeed::Untag:
        return care.removeTags({ticket}, tagsIn(value), by).map(nothing);
    case MacroDeed::Priority:
        return care.setPriority({ticket}, fromKey<Priority>(value).value_or(Priority::Normal), by).map(nothing);
    case MacroDeed::Note:
        return m_desk.addNote(ticket, by, value).map(nothing);
    case MacroDeed::Resolve:
        return m_desk.resolve(ticket, by, {.learn = value.isEmpty(), .edited = {}}).map(nothing);
    case MacroDeed::Snooze:
        return parseWhen(value, m_desk.now(), QTimeZone::systemTimeZone()).and_then([&](const QDateTime &until) {
            return care.snooze({ticket}, until, by).map(nothing);
        });
    case MacroDeed::Assign:
        return agentCalled(value, by).and_then([&](AgentId to) { return care.assign({ticket}, to, by).map(nothing); });
    }
    return {};
}

//! "me", "nobody" (an invalid id) or an agent that exists: a macro makes none.
Result<AgentId> MacroBook::agentCalled(const QString &name, AgentId by) const {
    if (isSame(name, QStringLiteral("me")))
        return by;
    if (isSame(name, QStringLiteral("nobody")))
        return AgentId{};
    const auto agents = m_desk.stores().people.agents();
    RELAYDESK_TRY(agents);
    for (const Agent &agent : *agents) {
        if (isSame(agent.name, name))
            return agent.id;
    }
    return failure(ErrorKind::NotFound, tr("There is no agent %1. Nothing was done.").arg(name));
}

Result<MacroRun> MacroBook::run(const QVector<int> &macros, TicketId ticket, AgentId by,
                                const QHash<QString, QString> &answers, bool send) {
    const auto ready = filled(macros, ticket, by, answers);
    RELAYDESK_TRY(ready);
    if (!ready->missing.isEmpty())
        return failure(ErrorKind::Invalid,
                       tr("Still to be filled in: %1. Nothing was done.").arg(ready->missing.join(tr(", "))));
    const auto whole = m_desk.stores().tickets.ticket(ticket);
    RELAYDESK_TRY(whole);
    QStringList names;
    QStringList texts;
    for (const Macro &macro : ready->macros) {
        names += macro.name;
        if (!macro.text.trimmed().isEmpty())
            texts += macro.text.trimmed();
    }
    const QString text = texts.join(QStringLiteral("\n\n"));
    const QString sentence = tr("Ticket %1: %2").arg(QString::number(ticket.value), names.join(tr(", ")));
    std::optional<MacroAction> resolution;
    const auto deed = m_desk.care().together(QStringLiteral("macro"), sentence, by, [&]() -> Result<void> {
        if (send && !text.isEmpty())
            RELAYDESK_TRY(m_desk.reply(whole->conversation, by, text));
        for (const Macro &macro : ready->macros) {
            for (const MacroAction &action : macro.actions) {
                if (action.deed == MacroDeed::Resolve && !send && !text.isEmpty())
                    resolution = action;
                else
                    RELAYDESK_TRY(act(action, ticket, by));
            }
        }
        return {};
    });
    RELAYDESK_TRY(deed);
    return MacroRun{*deed, text, resolution};
}

} // namespace relaydesk
