// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/care/ticketactions.h"
#include "ui/care/activitylog.h"
#include "ui/widgets/command.h"

namespace relaydesk {

namespace {

constexpr int mostTags = 12; // that are offered

//! Whether one of them is of another customer than `into`.
bool areOfSeveralCustomers(const Stores &stores, const QVector<TicketId> &tickets, TicketId into) {
    const auto customerOf = [&](TicketId id) {
        const auto ticket = stores.tickets.ticket(id);
        const auto conversation = stores.conversations.conversation(ticket ? ticket->conversation : ConversationId());
        return conversation ? conversation->customer : CustomerId();
    };
    const CustomerId wanted = customerOf(into);
    return std::any_of(tickets.begin(), tickets.end(), [&](TicketId id) { return customerOf(id) != wanted; });
}

} // namespace

TicketActions::TicketActions(const Theme &theme, Remote<Desk> desk, const Readers &readers, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_readers(readers) {
    auto *window = qobject_cast<QWidget *>(parent);
    if (!window)
        return;
    auto *undo = new Command(QStringLiteral("undoTickets"), tr("Undo what was done to tickets"),
                             QStringLiteral("Ctrl+Z"), window);
    connect(undo, &Command::triggered, this, &TicketActions::undo);
    auto *history =
        new Command(QStringLiteral("activityLog"), tr("Who did what\u2026"), QStringLiteral("Ctrl+Shift+H"), window);
    connect(history, &Command::triggered, this, [this, window] { showHistory({}, window); });
}

void TicketActions::showHistory(TicketId ticket, QWidget *over) const {
    auto *log = new ActivityLog(m_theme, m_readers, ticket, over->window());
    connect(log, &ActivityLog::failed, this, &TicketActions::failed);
    log->open();
}

void TicketActions::setAgent(const Agent &agent) {
    m_agent = agent;
    readNames();
    emit agentChanged(agent);
}

const QVector<Agent> &TicketActions::colleagues() {
    readNames();
    return m_colleagues;
}

const QStringList &TicketActions::tags() {
    readNames();
    return m_tags;
}

void TicketActions::readNames() {
    using Names = std::pair<Result<QVector<Agent>>, Result<QStringList>>;
    m_readers.quick
        .ask([](Reader &reader) {
            return Names(reader.stores().people.agents(), reader.search().completions(SearchField::Tag, {}, mostTags));
        })
        .then(this, [this](const Names &names) {
            m_colleagues = names.first.value_or(m_colleagues);
            m_tags = names.second.value_or(m_tags);
            std::sort(m_colleagues.begin(), m_colleagues.end(),
                      [](const Agent &one, const Agent &other) { return one.name.localeAwareCompare(other.name) < 0; });
        });
}

bool TicketActions::mayDo(const QVector<TicketId> &tickets) {
    if (tickets.isEmpty() || m_readOnly || !m_agent.id.isValid())
        return false;
    if (tickets.size() <= mostAtOnce)
        return true;
    emit failed({ErrorKind::Invalid, tr("%1 tickets are chosen; at most %2 can be changed at once. Nothing was "
                                        "changed. Choose fewer of them.")
                                         .arg(tickets.size())
                                         .arg(mostAtOnce)});
    return false;
}

void TicketActions::perform(const QVector<TicketId> &tickets, const Call &call) {
    if (!mayDo(tickets))
        return;
    m_desk.ask([call, by = m_agent.id](Desk &desk) { return call(desk.care(), by); })
        .then(this, [this](const Result<Deed> &deed) {
            if (deed)
                keep(*deed);
            else
                emit failed(deed.error());
        });
}

void TicketActions::keep(const Deed &deed) {
    if (deed.isEmpty())
        return;
    m_deeds.append(deed);
    if (m_deeds.size() > mostKept)
        m_deeds.removeFirst();
    emit done(deed.sentence);
}

//! One that is refused would be refused again: it is forgotten.
void TicketActions::undo() {
    if (m_deeds.isEmpty() || m_readOnly)
        return;
    const Deed deed = m_deeds.takeLast();
    m_desk.ask([deed, by = m_agent.id](Desk &desk) { return desk.care().undo(deed, by); })
        .then(this, [this, deed](const Result<void> &back) {
            if (back)
                emit undone(deed.sentence);
            else
                emit failed(back.error());
        });
}

void TicketActions::setPriority(const QVector<TicketId> &tickets, Priority priority) {
    perform(tickets,
            [tickets, priority](TicketCare &care, AgentId by) { return care.setPriority(tickets, priority, by); });
}

void TicketActions::retag(const QVector<TicketId> &tickets, const QStringList &added, const QStringList &removed) {
    if (removed.isEmpty() && added.isEmpty())
        return;
    perform(tickets, [tickets, added, removed](TicketCare &care, AgentId by) -> Result<Deed> {
        if (removed.isEmpty())
            return care.addTags(tickets, added, by);
        if (added.isEmpty())
            return care.removeTags(tickets, removed, by);
        const QString sentence = tickets.size() == 1 ? tr("Tags of ticket %1 changed").arg(tickets.first().value)
                                                     : tr("Tags of %1 tickets changed").arg(tickets.size());
        return care.together(deeds::tags, sentence, by, [&]() -> Result<void> {
            RELAYDESK_TRY(care.removeTags(tickets, removed, by));
            RELAYDESK_TRY(care.addTags(tickets, added, by));
            return {};
        });
    });
}

void TicketActions::snooze(const QVector<TicketId> &tickets, const QDateTime &until) {
    perform(tickets, [tickets, until](TicketCare &care, AgentId by) { return care.snooze(tickets, until, by); });
}

void TicketActions::wake(const QVector<TicketId> &tickets) {
    perform(tickets, [tickets](TicketCare &care, AgentId by) { return care.wake(tickets, by); });
}

void TicketActions::assign(const QVector<TicketId> &tickets, AgentId to) {
    perform(tickets, [tickets, to](TicketCare &care, AgentId by) { return care.assign(tickets, to, by); });
}

void TicketActions::merge(const QVector<TicketId> &tickets, TicketId into, bool otherCustomers) {
    QVector<TicketId> merged = tickets;
    merged.removeAll(into);
    if (!mayDo(merged))
        return;
    using Answer = std::pair<Result<Deed>, bool>;
    m_desk
        .ask([merged, into, otherCustomers, by = m_agent.id](Desk &desk) {
            const Result<Deed> deed = desk.care().merge(merged, into, by, otherCustomers);
            return Answer(deed, !deed && !otherCustomers && deed.error().kind == ErrorKind::Conflict &&
                                    areOfSeveralCustomers(desk.stores(), merged, into));
        })
        .then(this, [this, merged, into](const Answer &answer) {
            if (answer.first)
                keep(*answer.first);
            else if (answer.second)
                emit mergeDoubted(merged, into, answer.first.error().sentence);
            else
                emit failed(answer.first.error());
        });
}

void TicketActions::unmerge(const QVector<TicketId> &tickets) {
    perform(tickets, [tickets](TicketCare &care, AgentId by) { return care.unmerge(tickets, by); });
}

void TicketActions::split(TicketId ticket, MessageId message) {
    perform({ticket}, [ticket, message](TicketCare &care, AgentId by) { return care.split(ticket, message, by); });
}

void TicketActions::resolve(const QVector<TicketId> &tickets) {
    if (!mayDo(tickets))
        return;
    m_desk
        .ask([tickets, by = m_agent.id](Desk &desk) {
            const QString sentence = tickets.size() == 1 ? tr("Ticket %1 resolved").arg(tickets.first().value)
                                                         : tr("%1 tickets resolved").arg(tickets.size());
            return desk.care().together(QStringLiteral("resolved"), sentence, by, [&]() -> Result<void> {
                for (const TicketId ticket : tickets)
                    RELAYDESK_TRY(desk.resolve(ticket, by, {.learn = false, .edited = {}}));
                return {};
            });
        })
        .then(this, [this](const Result<Deed> &deed) {
            if (deed)
                keep(*deed);
            else
                emit failed(deed.error());
        });
}

} // namespace relaydesk
