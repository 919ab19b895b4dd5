// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Customers who asked what nobody knows, before anybody opened the window: tickets for a story.
#pragma once
#include "app/services.h"
#include "tests/stories/deskstory.h"

namespace relaydesk {

struct WaitingCustomer {
    QString name;
    QString question;
};

//! Their tickets, in the same order; none where something went wrong.
inline QVector<TicketId> seat(const DeskStory &story, const QVector<WaitingCustomer> &customers) {
    auto services = Services::open(story.options());
    if (!services)
        return {};
    Desk &desk = *(*services)->desk;
    QVector<TicketId> tickets;
    for (const WaitingCustomer &customer : customers) {
        const auto conversation = desk.open({.name = customer.name});
        if (!conversation || !desk.receive(conversation->id, customer.question) || !desk.askForPerson(conversation->id))
            return {};
        const auto open = desk.stores().tickets.tickets({.conversation = conversation->id, .openOnly = true});
        if (!open || open->isEmpty())
            return {};
        tickets += open->first().id;
    }
    return tickets;
}

//! The ticket as it is on disk.
inline Ticket onDisk(const DeskStory &story, TicketId id) {
    return story.inFile([id](const Stores &stores) { return stores.tickets.ticket(id).value_or(Ticket{}); });
}

//! A key for the menu that is open; false where none is.
inline bool pressInMenu(Qt::Key key) {
    if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, patience))
        return false;
    QTest::keyClick(QApplication::activePopupWidget(), key);
    return true;
}

} // namespace relaydesk
