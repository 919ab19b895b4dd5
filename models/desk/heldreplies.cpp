// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/heldreplies.h"
#include "models/desk/desk.h"
#include "models/desk/ticketgroup.h"
#include <algorithm>

namespace relaydesk {

HeldReplies::HeldReplies(Desk &desk) : m_desk(desk), m_timer(this) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HeldReplies::sendDue);
}

Result<void> HeldReplies::start() {
    sendDue();
    return {};
}

Result<qint64> HeldReplies::hold(HeldReply reply, int seconds) {
    const Stores &stores = m_desk.stores();
    reply.text = reply.text.trimmed();
    if (reply.text.isEmpty() && !reply.files.isEmpty())
        return failure(ErrorKind::Invalid, tr("Write a few words to go with the file. Nothing was sent."));
    if (reply.text.isEmpty() && !reply.resolves)
        return failure(ErrorKind::Invalid, tr("There is nothing to send yet."));
    reply.due = m_desk.now().addSecs(seconds);
    Deed deed;
    const auto kept = m_desk.together([&]() -> Result<void> {
        auto held = readHeld(stores.settings);
        RELAYDESK_TRY(held);
        for (const HeldReply &other : *held)
            reply.number = qMax(reply.number, other.number);
        reply.number = qMax(reply.number, reply.due.toMSecsSinceEpoch()) + 1;
        if (seconds > 0) {
            RELAYDESK_TRY(writeHeld(stores.settings, *held << reply));
        } else {
            const auto delivered = deliver(reply);
            RELAYDESK_TRY(delivered);
            deed = *delivered;
        }
        RELAYDESK_TRY(stores.settings.setValue(filesKey(reply.draft), {}));
        return stores.settings.setValue(reply.draft, {});
    });
    RELAYDESK_TRY(kept);
    tell(reply, deed);
    wait();
    return reply.number;
}

Result<HeldReply> HeldReplies::takeBack(qint64 number) {
    HeldReply taken;
    const auto done = m_desk.together([&]() -> Result<void> {
        const auto held = readHeld(m_desk.stores().settings);
        RELAYDESK_TRY(held);
        const auto found = std::find_if(held->begin(), held->end(),
                                        [number](const HeldReply &reply) { return reply.number == number; });
        if (found == held->end())
            return failure(ErrorKind::NotFound, tr("The customer has this reply already; it cannot be taken back."));
        taken = *found;
        RELAYDESK_TRY(drop(number, *held));
        return restore(taken);
    });
    RELAYDESK_TRY(done);
    emit changed(taken.ticket);
    return taken;
}

Result<void> HeldReplies::sendNow(AgentId agent) {
    const auto held = readHeld(m_desk.stores().settings);
    RELAYDESK_TRY(held);
    for (const HeldReply &reply : *held) {
        if (reply.agent == agent)
            send(reply);
    }
    return {};
}

Result<void> HeldReplies::drop(qint64 number, QVector<HeldReply> held) {
    held.removeIf([number](const HeldReply &reply) { return reply.number == number; });
    return writeHeld(m_desk.stores().settings, held);
}

Result<void> HeldReplies::restore(const HeldReply &reply) {
    SettingStore &settings = m_desk.stores().settings;
    const auto typed = settings.value(reply.draft);
    RELAYDESK_TRY(typed);
    const auto files = settings.value(filesKey(reply.draft));
    RELAYDESK_TRY(files);
    RELAYDESK_TRY(settings.setValue(filesKey(reply.draft), filesToSetting(reply.files + filesFromSetting(*files))));
    return m_desk.stores().settings.setValue(
        reply.draft, typed->isEmpty() ? reply.text : reply.text + QStringLiteral("\n\n") + *typed);
}

void HeldReplies::tell(const HeldReply &reply, const Deed &deed) {
    emit changed(reply.ticket);
    if (!deed.isEmpty())
        emit resolved(reply, deed);
}

//! The deed holds what resolving changed: the words stay said, and with them whose ticket it is and whose turn.
Result<Deed> HeldReplies::deliver(const HeldReply &reply) {
    if (!reply.text.isEmpty())
        RELAYDESK_TRY(m_desk.reply(reply.conversation, reply.agent, reply.text));
    if (!reply.files.isEmpty())
        RELAYDESK_TRY(attachAll(reply));
    if (!reply.resolves)
        return Deed{};
    const QString sentence = reply.text.isEmpty() ? tr("Ticket %1 resolved") : tr("Ticket %1 answered and resolved");
    return m_desk.care().together(
        QStringLiteral("resolved"), sentence.arg(reply.ticket.value), reply.agent, [&]() -> Result<void> {
            RELAYDESK_TRY(m_desk.resolve(reply.ticket, reply.agent, {.learn = reply.teaches, .edited = reply.edited}));
            return {};
        });
}

//! To everybody who reads what is answered to the ticket.
Result<void> HeldReplies::attachAll(const HeldReply &reply) {
    const auto ticket = m_desk.stores().tickets.ticket(reply.ticket);
    RELAYDESK_TRY(ticket);
    const TicketGroup group(m_desk.stores());
    const auto leader = group.leaderOf(*ticket);
    RELAYDESK_TRY(leader);
    const auto readers = group.readersOf(*leader);
    RELAYDESK_TRY(readers);
    for (const ConversationId reader : *readers) {
        for (SentFile file : reply.files) {
            file.agent = reply.agent;
            RELAYDESK_TRY(m_desk.attach(reader, file));
        }
    }
    return {};
}

void HeldReplies::sendDue() {
    const auto held = readHeld(m_desk.stores().settings);
    if (!held) {
        emit m_desk.failed(held.error());
        return;
    }
    for (const HeldReply &reply : *held) {
        if (reply.due <= m_desk.now())
            send(reply);
    }
    wait();
}

//! Out of the list and into the conversation in one step. Where the desk refuses it, back into the draft.
void HeldReplies::send(const HeldReply &reply) {
    const auto taken = [&]() -> Result<void> {
        const auto held = readHeld(m_desk.stores().settings);
        RELAYDESK_TRY(held);
        return drop(reply.number, *held);
    };
    Deed deed;
    const auto sent = m_desk.together([&]() -> Result<void> {
        RELAYDESK_TRY(taken());
        const auto delivered = deliver(reply);
        RELAYDESK_TRY(delivered);
        deed = *delivered;
        return {};
    });
    if (!sent && sent.error().kind == ErrorKind::Storage) { // it stays held, and is tried again
        emit m_desk.failed(sent.error());
        return;
    }
    if (!sent) {
        const auto back = m_desk.together([&]() -> Result<void> {
            RELAYDESK_TRY(taken());
            return restore(reply);
        });
        emit returned(reply, back ? sent.error() : back.error());
    }
    tell(reply, sent ? deed : Deed{});
}

//! Until the next one is due, at least a moment: what could not be stored is tried again without haste.
void HeldReplies::wait() {
    const auto held = readHeld(m_desk.stores().settings);
    if (!held || held->isEmpty())
        return;
    const auto next = std::min_element(held->begin(), held->end(),
                                       [](const HeldReply &a, const HeldReply &b) { return a.due < b.due; });
    const qint64 milliseconds = m_desk.now().msecsTo(next->due);
    m_timer.start(int(qBound(qint64(250), milliseconds, qint64(60'000))));
}

} // namespace relaydesk
