// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/ticketcare.h"
#include "models/desk/deedlog.h"
#include "models/desk/sla.h"
#include "models/desk/ticketclock.h"
#include "models/desk/undoing.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TicketCare", text); }

tl::unexpected<Failure> invalid(const QString &sentence) { return failure(ErrorKind::Invalid, sentence); }

QString nameOf(const QVector<TicketId> &tickets) {
    return tickets.size() == 1 ? tr("Ticket %1").arg(tickets.first().value) : tr("%1 tickets").arg(tickets.size());
}

Result<void> mustBeOpen(const Ticket &ticket) {
    if (ticket.isOpen())
        return {};
    return failure(ErrorKind::Conflict,
                   tr("Ticket %1 is closed. Nothing was changed; reopen it first.").arg(ticket.id.value));
}

Result<void> mustFit(const QStringList &tags) {
    if (tags.size() > TicketCare::mostTags)
        return invalid(tr("A ticket has at most %1 tags. Nothing was changed.").arg(TicketCare::mostTags));
    for (const QString &tag : tags) {
        if (tag.size() > TicketCare::longestTag)
            return invalid(tr("A tag has at most %1 characters. Nothing was changed.").arg(TicketCare::longestTag));
    }
    return {};
}

bool isSamePerson(const Customer &one, const Customer &other) {
    return one.id == other.id || (!one.email.isEmpty() && one.email.compare(other.email, Qt::CaseInsensitive) == 0);
}

} // namespace

QStringList cleanTags(const QStringList &tags) {
    QStringList clean;
    for (const QString &tag : tags) {
        const QString word = tag.simplified().toLower();
        if (!word.isEmpty() && !clean.contains(word))
            clean += word;
    }
    return clean;
}

Result<Deed> TicketCare::together(const QString &what, const QString &sentence, AgentId by,
                                  const std::function<Result<void>()> &calls) {
    return m_journal.recorded({.what = what, .sentence = sentence, .by = by}, calls);
}

Result<Deed> TicketCare::each(const QString &what, const QString &sentence, const QVector<TicketId> &tickets,
                              AgentId by, const std::function<Result<void>(Ticket &)> &change) {
    return together(what, tr("%1: %2").arg(nameOf(tickets), sentence), by, [&]() -> Result<void> {
        RELAYDESK_TRY(m_journal.stores().people.agent(by));
        for (const TicketId id : tickets) {
            auto ticket = m_journal.stores().tickets.ticket(id);
            RELAYDESK_TRY(ticket);
            RELAYDESK_TRY(change(*ticket));
        }
        return {};
    });
}

Result<Deed> TicketCare::setPriority(const QVector<TicketId> &tickets, Priority priority, AgentId by) {
    return each(deeds::priority, tr("priority %1").arg(keyOf(priority)), tickets, by,
                [&](Ticket &ticket) -> Result<void> {
                    if (ticket.priority == priority)
                        return {};
                    RELAYDESK_TRY(
                        m_journal.log(changeOf(ticket, by, deeds::priority, keyOf(ticket.priority), keyOf(priority))));
                    ticket.priority = priority;
                    return m_journal.save(ticket);
                });
}

Result<Deed> TicketCare::tag(const QVector<TicketId> &tickets, const QString &sentence, AgentId by,
                             const std::function<QStringList(const QStringList &)> &change) {
    return each(deeds::tags, sentence, tickets, by, [&](Ticket &ticket) -> Result<void> {
        const QStringList tags = cleanTags(change(ticket.tags));
        if (tags == ticket.tags)
            return {};
        RELAYDESK_TRY(mustFit(tags));
        RELAYDESK_TRY(m_journal.log(changeOf(ticket, by, deeds::tags, QJsonArray::fromStringList(ticket.tags),
                                             QJsonArray::fromStringList(tags))));
        ticket.tags = tags;
        return m_journal.save(ticket);
    });
}

Result<Deed> TicketCare::addTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by) {
    return tag(tickets, tr("tagged %1").arg(cleanTags(tags).join(tr(", "))), by,
               [&](const QStringList &now) { return now + tags; });
}

Result<Deed> TicketCare::removeTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by) {
    const QStringList gone = cleanTags(tags);
    return tag(tickets, tr("no longer tagged %1").arg(gone.join(tr(", "))), by, [&](QStringList now) {
        now.removeIf([&](const QString &tag) { return gone.contains(tag); });
        return now;
    });
}

Result<Deed> TicketCare::setTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by) {
    return tag(tickets, tr("tagged %1").arg(cleanTags(tags).join(tr(", "))), by,
               [&](const QStringList &) { return tags; });
}

Result<void> TicketCare::putOff(Ticket &ticket, const QDateTime &until, AgentId by) {
    if (ticket.snoozedUntil == until)
        return {};
    const auto policy = readSlaPolicy(m_journal.stores().settings);
    RELAYDESK_TRY(policy);
    RELAYDESK_TRY(m_journal.log(changeOf(ticket, by, deeds::snoozed, iso(ticket.snoozedUntil), iso(until))));
    ticket.pausedSeconds = pausedUntil(ticket, policy->hours, m_journal.now());
    ticket.pausedAt = {};
    ticket.snoozedUntil = until;
    settleClock(ticket, policy->hours, m_journal.now());
    return m_journal.save(ticket);
}

Result<Deed> TicketCare::snooze(const QVector<TicketId> &tickets, const QDateTime &until, AgentId by) {
    if (!until.isValid() || until <= m_journal.now())
        return invalid(tr("That moment has passed. Nothing was snoozed; choose one in the future."));
    const QString sentence = tr("snoozed until %1").arg(QLocale().toString(until.toLocalTime(), QLocale::ShortFormat));
    return each(deeds::snoozed, sentence, tickets, by, [&](Ticket &ticket) -> Result<void> {
        RELAYDESK_TRY(mustBeOpen(ticket));
        return putOff(ticket, until.toUTC(), by);
    });
}

Result<Deed> TicketCare::wake(const QVector<TicketId> &tickets, AgentId by) {
    return each(deeds::snoozed, tr("no longer snoozed"), tickets, by,
                [&](Ticket &ticket) { return putOff(ticket, {}, by); });
}

Result<int> TicketCare::wakeDue() {
    const auto due = m_journal.stores().tickets.tickets(
        {.openOnly = true, .most = std::numeric_limits<int>::max(), .snoozedTo = m_journal.now()});
    RELAYDESK_TRY(due);
    if (due->isEmpty())
        return 0;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        for (Ticket ticket : *due)
            RELAYDESK_TRY(putOff(ticket, {}, {}));
        return {};
    });
    RELAYDESK_TRY(done);
    return int(due->size());
}

Result<Deed> TicketCare::assign(const QVector<TicketId> &tickets, AgentId to, AgentId by) {
    QString name = tr("nobody");
    if (to.isValid()) {
        const auto agent = m_journal.stores().people.agent(to);
        RELAYDESK_TRY(agent);
        name = agent->name;
    }
    return each(deeds::assigned, tr("assigned to %1").arg(name), tickets, by, [&](const Ticket &ticket) {
        return to.isValid() ? m_relay.claim(ticket.id, to, true, by) : m_relay.release(ticket.id, by);
    });
}

Result<void> TicketCare::mustBeOfOneCustomer(const Ticket &one, const Ticket &other) const {
    QVector<Customer> customers;
    for (const Ticket *ticket : {&one, &other}) {
        const auto conversation = m_journal.stores().conversations.conversation(ticket->conversation);
        RELAYDESK_TRY(conversation);
        const auto customer = m_journal.stores().people.customer(conversation->customer);
        RELAYDESK_TRY(customer);
        customers += *customer;
    }
    if (isSamePerson(customers[0], customers[1]))
        return {};
    return failure(
        ErrorKind::Conflict,
        tr("Tickets %1 and %2 are of different customers, and each would read what is answered to the other. "
           "Nothing was changed; merge them only if that is meant.")
            .arg(one.id.value)
            .arg(other.id.value));
}

Result<Deed> TicketCare::merge(const QVector<TicketId> &tickets, TicketId into, AgentId by, bool otherCustomers) {
    const QString sentence = tr("merged into ticket %1").arg(into.value);
    return each(deeds::merged, sentence, tickets, by, [&](const Ticket &ticket) -> Result<void> {
        const auto wanted = m_journal.stores().tickets.ticket(into);
        RELAYDESK_TRY(wanted);
        const auto leader = m_relay.group().leaderOf(*wanted);
        RELAYDESK_TRY(leader);
        RELAYDESK_TRY(mustBeOpen(ticket));
        RELAYDESK_TRY(mustBeOpen(*leader));
        if (leader->id == ticket.id)
            return invalid(tr("Ticket %1 stands for itself already. Nothing was changed.").arg(ticket.id.value));
        if (ticket.mergedInto == leader->id)
            return {};
        if (!otherCustomers)
            RELAYDESK_TRY(mustBeOfOneCustomer(ticket, *leader));
        return m_relay.follow(ticket.id, leader->id, by);
    });
}

Result<Deed> TicketCare::unmerge(const QVector<TicketId> &tickets, AgentId by) {
    return each(deeds::merged, tr("stands for itself again"), tickets, by, [&](Ticket &ticket) -> Result<void> {
        if (!ticket.mergedInto.isValid())
            return {};
        RELAYDESK_TRY(mustBeOpen(ticket));
        RELAYDESK_TRY(m_journal.log(changeOf(ticket, by, deeds::merged, ticket.mergedInto.value, 0)));
        m_journal.noteChange(ticket.mergedInto);
        ticket.mergedInto = {};
        return m_journal.save(ticket);
    });
}

Result<Deed> TicketCare::split(TicketId ticket, MessageId message, AgentId by) {
    return together(deeds::split, tr("Ticket %1: split").arg(ticket.value), by,
                    [&] { return m_relay.split(ticket, message, by).map([](TicketId) {}); });
}

Result<void> TicketCare::undo(const Deed &deed, AgentId by) {
    return m_journal.atomically([&] { return Undoing(m_journal, m_relay, m_lessons).run(deed, by); });
}

} // namespace relaydesk
