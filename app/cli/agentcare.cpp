// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/agentcare.h"
#include "app/cli/printing.h"
#include "models/desk/urgency.h"
#include "models/desk/when.h"
#include "models/items/activity.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <limits>

namespace relaydesk {

namespace {

constexpr int manyWords = 1000;

QString tr(const char *text) { return QCoreApplication::translate("AgentCare", text); }

Result<qint64> numberIn(const QString &word) {
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return failure(ErrorKind::Invalid, tr("\"%1\" is not a number.").arg(word));
    return number;
}

Result<QVector<TicketId>> ticketsIn(const QStringList &words) {
    QVector<TicketId> tickets;
    for (const QString &word : words) {
        const auto number = numberIn(word);
        RELAYDESK_TRY(number);
        tickets += TicketId{*number};
    }
    return tickets;
}

using CareDeed = std::function<Result<Deed>(TicketCare &, const QVector<TicketId> &, AgentId)>;

//! Does something to the tickets named from the word number `first` on, and says what was done.
Result<void> careFor(const AgentOrder &order, int first, Services &services, Terminal &terminal, const CareDeed &deed) {
    const auto tickets = ticketsIn(order.words.mid(first));
    RELAYDESK_TRY(tickets);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    const auto done = deed(services.desk->care(), *tickets, agent->id);
    RELAYDESK_TRY(done);
    tell(order, terminal, done->isEmpty() ? tr("That was so already.") : done->sentence + u'.',
         {{QStringLiteral("success"), true}, {QStringLiteral("changed"), done->tickets.size()}});
    return {};
}

Result<void> prioritise(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto priority = fromKey<Priority>(order.words.first().toLower());
    if (!priority)
        return failure(ErrorKind::Invalid, tr("A priority is low, normal, high or urgent."));
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.setPriority(tickets, *priority, by);
    });
}

Result<void> tag(const AgentOrder &order, Services &services, Terminal &terminal) {
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.addTags(tickets, order.words.first().split(u','), by);
    });
}

Result<void> untag(const AgentOrder &order, Services &services, Terminal &terminal) {
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.removeTags(tickets, order.words.first().split(u','), by);
    });
}

Result<void> snooze(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto until = parseWhen(order.words.first(), services.desk->now(), QTimeZone::systemTimeZone());
    RELAYDESK_TRY(until);
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.snooze(tickets, *until, by);
    });
}

Result<void> wake(const AgentOrder &order, Services &services, Terminal &terminal) {
    return careFor(order, 0, services, terminal, [](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.wake(tickets, by);
    });
}

Result<void> assign(const AgentOrder &order, Services &services, Terminal &terminal) {
    AgentId to;
    if (order.words.first() != QLatin1String("nobody")) {
        const auto agent = services.desk->agentNamed(order.words.first());
        RELAYDESK_TRY(agent);
        to = agent->id;
    }
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.assign(tickets, to, by);
    });
}

Result<void> merge(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto into = numberIn(order.words.first());
    RELAYDESK_TRY(into);
    return careFor(order, 1, services, terminal, [&](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.merge(tickets, TicketId{*into}, by, order.otherCustomers);
    });
}

Result<void> unmerge(const AgentOrder &order, Services &services, Terminal &terminal) {
    return careFor(order, 0, services, terminal, [](TicketCare &care, const QVector<TicketId> &tickets, AgentId by) {
        return care.unmerge(tickets, by);
    });
}

Result<void> split(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto numbers = ticketsIn(order.words);
    RELAYDESK_TRY(numbers);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    const auto done = services.desk->care().split(numbers->at(0), MessageId{numbers->at(1).value}, agent->id);
    RELAYDESK_TRY(done);
    TicketId made;
    for (const auto &change : done->tickets)
        made = change.before ? made : change.after.id;
    tell(order, terminal, tr("Ticket %1 was split off.").arg(made.value),
         {{QStringLiteral("success"), true}, {QStringLiteral("ticket"), made.value}});
    return {};
}

Result<void> note(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto number = numberIn(order.words.first());
    RELAYDESK_TRY(number);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    RELAYDESK_TRY(services.desk->addNote(TicketId{*number}, agent->id, order.words.at(1)));
    tell(order, terminal, tr("Noted, for agents only."), {{QStringLiteral("success"), true}});
    return {};
}

//! Whoever has no name in the database yet has no tickets of their own.
AgentId agentIn(const Stores &stores, const QString &name) {
    const auto agents = stores.people.agents();
    for (const Agent &agent : agents.value_or(QVector<Agent>{})) {
        if (agent.name.compare(name, Qt::CaseInsensitive) == 0)
            return agent.id;
    }
    return {};
}

Result<void> next(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const Stores stores = storage.stores();
    const auto tickets = stores.tickets.tickets({.openOnly = true, .most = std::numeric_limits<int>::max()});
    RELAYDESK_TRY(tickets);
    const auto policy = readSlaPolicy(stores.settings);
    RELAYDESK_TRY(policy);
    const auto next = mostUrgent(*tickets, *policy, agentIn(stores, order.agentName), QDateTime::currentDateTimeUtc());
    const QString sentence = next ? tr("Ticket %1. %2").arg(QString::number(next->ticket.value), next->reason)
                                  : tr("Nothing waits for you.");
    tell(order, terminal, sentence,
         {{QStringLiteral("ticket"), next ? QJsonValue(next->ticket.value) : QJsonValue()},
          {QStringLiteral("reason"), next ? QJsonValue(next->reason) : QJsonValue()}});
    return {};
}

Result<void> log(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    ActivityFilter filter;
    if (!order.words.isEmpty()) {
        const auto number = numberIn(order.words.first());
        RELAYDESK_TRY(number);
        filter.ticket = TicketId{*number};
    }
    if (order.all)
        filter.most = std::numeric_limits<int>::max();
    const auto rows = readActivity(storage.stores(), filter);
    RELAYDESK_TRY(rows);
    if (order.json) {
        QJsonArray array;
        for (const ActivityRow &row : *rows)
            array.append(QJsonObject{{QStringLiteral("at"), row.at.toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("who"), row.who},
                                     {QStringLiteral("ticket"), row.ticket.value},
                                     {QStringLiteral("what"), row.what}});
        printJson(terminal.out, {{QStringLiteral("activity"), array}});
    } else {
        terminal.out << QString::fromUtf8(activityCsvHeader() + activityCsv(*rows)).remove(u'\r');
        terminal.out.flush();
    }
    return {};
}

} // namespace

const QVector<AgentVerb> &careVerbs() {
    static const QString several = QStringLiteral("TICKET…");
    static const QVector<AgentVerb> verbs = {
        {QStringLiteral("next"), {}, tr("the most urgent one, and why"), 0, 0, true, nullptr, next},
        {QStringLiteral("priority"), tr("low|normal|high|urgent TICKET…"), tr("how urgent they are"), 2, manyWords,
         false, prioritise, nullptr},
        {QStringLiteral("tag"), tr("TAG,TAG TICKET…"), tr("what they are about"), 2, manyWords, false, tag, nullptr},
        {QStringLiteral("untag"), tr("TAG,TAG TICKET…"), tr("take tags away"), 2, manyWords, false, untag, nullptr},
        {QStringLiteral("snooze"), tr("WHEN TICKET…"),
         tr("out of the queue until \"2h30m\", \"tomorrow 9:00\", \"Monday\", or until the customer writes"), 2,
         manyWords, false, snooze, nullptr},
        {QStringLiteral("wake"), several, tr("back from snooze"), 1, manyWords, false, wake, nullptr},
        {QStringLiteral("assign"), tr("AGENT|nobody TICKET…"), tr("give them to somebody"), 2, manyWords, false, assign,
         nullptr},
        {QStringLiteral("note"), tr("TICKET TEXT"), tr("for agents only; @NAME mentions one"), 2, 2, false, note,
         nullptr},
        {QStringLiteral("merge"), tr("INTO TICKET…"), tr("answer and resolve them together with INTO"), 2, manyWords,
         false, merge, nullptr},
        {QStringLiteral("unmerge"), several, tr("each stands for itself again"), 1, manyWords, false, unmerge, nullptr},
        {QStringLiteral("split"), tr("TICKET MESSAGE"), tr("what the customer wrote from MESSAGE on becomes a ticket"),
         2, 2, false, split, nullptr},
        {QStringLiteral("log"), tr("[TICKET]"), tr("who did what, newest first"), 0, 1, true, nullptr, log},
    };
    return verbs;
}

} // namespace relaydesk
