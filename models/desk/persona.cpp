// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/persona.h"
#include "models/desk/desk.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

constexpr qsizetype longestName = 100;

QString keyFor(CustomerId customer) { return QStringLiteral("customer.%1").arg(customer.value); }

Result<void> keep(const Stores &stores, CustomerId customer, const Persona &persona) {
    return stores.settings.setValue(keyFor(customer), persona.language + u' ' + keyOf(persona.mood));
}

Persona tidied(Persona persona) {
    persona.name = persona.name.simplified().left(longestName);
    return persona;
}

} // namespace

Result<Persona> personaOf(const Stores &stores, const Customer &customer) {
    const auto kept = stores.settings.value(keyFor(customer.id));
    RELAYDESK_TRY(kept);
    return Persona{customer.name, kept->section(u' ', 0, 0),
                   fromKey<Mood>(kept->section(u' ', 1)).value_or(Mood::Calm)};
}

Result<Conversation> openAs(Desk &desk, const Persona &given) {
    const Persona persona = tidied(given);
    Conversation opened;
    const auto done = desk.together([&]() -> Result<void> {
        const auto conversation = desk.open({.name = persona.name});
        RELAYDESK_TRY(conversation);
        opened = *conversation;
        return keep(desk.stores(), opened.customer, persona);
    });
    RELAYDESK_TRY(done);
    return opened;
}

Result<void> setPersona(Desk &desk, ConversationId id, const Persona &given) {
    const Persona persona = tidied(given);
    const Stores &stores = desk.stores();
    const auto done = desk.together([&]() -> Result<void> {
        const auto conversation = stores.conversations.conversation(id);
        RELAYDESK_TRY(conversation);
        auto customer = stores.people.customer(conversation->customer);
        RELAYDESK_TRY(customer);
        customer->name = persona.name;
        RELAYDESK_TRY(stores.people.save(*customer));
        return keep(stores, customer->id, persona);
    });
    RELAYDESK_TRY(done);
    const auto tickets = stores.tickets.tickets({.conversation = id});
    RELAYDESK_TRY(tickets);
    emit desk.conversationChanged(id);
    for (const Ticket &ticket : *tickets)
        emit desk.ticketChanged(ticket.id);
    return {};
}

QString moodWords(Mood mood) {
    const auto words = [](const char *text) { return QCoreApplication::translate("CustomerFacts", text); };
    return mood == Mood::Calm ? words("Calm") : mood == Mood::Tense ? words("Tense") : words("Frustrated");
}

QString languageWords(const QString &code) {
    const QLocale::Language language = QLocale(code).language();
    return code.isEmpty() || language == QLocale::C ? QString() : QLocale::languageToString(language);
}

} // namespace relaydesk
