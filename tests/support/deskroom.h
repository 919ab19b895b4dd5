// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A desk with a little knowledge, stores in memory, and a model and a matcher that do as they are told.
#pragma once
#include "models/desk/desk.h"
#include "models/desk/eventdata.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakematcher.h"
#include "tests/support/fakemodel.h"
#include "tests/support/fusedstores.h"
#include "tests/support/memorystores.h"
#include <QtCore/QCoreApplication>
#include <memory>

namespace relaydesk {

//! Delivers what futures and deleted objects have posted.
inline void settle() {
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

class DeskRoom {
  public:
    // What the assistant knows, half knows, takes for two things, and does not know.
    static inline const QString known = QStringLiteral("How do I reset my password?");
    static inline const QString halfKnown = QStringLiteral("The reset link for my password is missing");
    static inline const QString twofold = QStringLiteral("How do I export reports?");
    static inline const QString unknown = QStringLiteral("I was charged twice for my subscription");
    static QString answer() {
        return QStringLiteral("Open **Settings \u203a Security**, choose **Reset password** and follow the mail within "
                              "30 minutes.");
    }
    //! One that passes every check.
    static QString written() {
        return QStringLiteral(
            "Open **Settings \u203a Security** [1] and choose **Reset password** again; follow the mail "
            "within 30 minutes [1].");
    }
    static QString writtenPlain() { return written().remove(QStringLiteral(" [1]")); }

    //! With `outside`, on those stores instead of the ones in memory.
    explicit DeskRoom(bool hasModel = true, const std::optional<Stores> &outside = {})
        : fused(outside ? *outside : memory.stores()) {
        Stores all = stores();
        for (const Article &article :
             {Article{.title = known, .answer = answer(), .tags = {QStringLiteral("login")}},
              Article{.title = QStringLiteral("How do I export reports as CSV?"),
              .answer = QStringLiteral("Open **Reports**, choose **Export** and then **CSV**.")},
              Article{.title = QStringLiteral("How do I export reports as PDF?"),
              .answer = QStringLiteral("Open **Reports**, choose **Export** and then **PDF**.")}})
            static_cast<void>(all.articles.save(article));
        anna = *all.people.save(Agent{.name = QStringLiteral("Anna Berg")});
        ben = *all.people.save(Agent{.name = QStringLiteral("Ben Ode")});
        setAsksBack(false);
        desk = another(hasModel);
        customer = *all.people.save(Customer{.name = QStringLiteral("Maya Lindqvist"),
                                             .email = QStringLiteral("maya@example.org"),
                                             .since = clock.now()});
        conversation = open();
    }

    //! Whether "Did you mean …?" stands between answer and hand-off; in most rooms it does not.
    void setAsksBack(bool on) {
        static_cast<void>(stores().settings.setValue(QStringLiteral("choices.mode"),
                                                     on ? QStringLiteral("ask") : QStringLiteral("off")));
    }
    //! A second desk on the same stores, as another process has it.
    std::unique_ptr<Desk> another(bool hasModel = true) {
        auto made = std::make_unique<Desk>(stores(), clock, matcher, hasModel ? &model : nullptr);
        m_started = made->start();
        return made;
    }
    bool hasStarted() const { return m_started.has_value(); }
    Stores stores() { return fused.stores(); }
    ConversationId open() { return desk->open(*stores().people.customer(customer))->id; }

    bool say(QStringView text) { return desk->receive(conversation, text.toString()).has_value(); }
    Conversation now() { return *stores().conversations.conversation(conversation); }
    QVector<Message> messages() { return *stores().conversations.messages(conversation, {}, 1'000'000); }
    QString last() { return messages().isEmpty() ? QString() : messages().last().text; }
    QVector<Event> events(EventKind kind) {
        return *stores().events.events({.kinds = {kind}, .conversation = conversation, .from = {}, .to = {}});
    }
    QVector<Event> allEvents(EventKind kind) {
        return *stores().events.events({.kinds = {kind}, .conversation = {}, .from = {}, .to = {}});
    }
    Verdict verdict() { return verdictFromJson(events(EventKind::Verdict).last().data); }
    //! The open ticket; an invalid id where there is none.
    Ticket ticket() {
        const auto open = *stores().tickets.tickets({.status = {}, .conversation = conversation, .openOnly = true});
        return open.isEmpty() ? Ticket{} : open.first();
    }
    HandoffCategory category() { return ticket().reason.category; }

    MemoryStores memory;
    FusedStores fused;
    FakeClock clock;
    FakeMatcher matcher;
    FakeModel model;
    std::unique_ptr<Desk> desk;
    AgentId anna;
    AgentId ben;
    CustomerId customer;
    ConversationId conversation;

  private:
    Result<void> m_started;
};

} // namespace relaydesk
