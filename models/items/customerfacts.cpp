// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/customerfacts.h"
#include "models/desk/answerlanguage.h"
#include "models/desk/frustration.h"
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

constexpr int mostShown = 10;
constexpr int mostLookedAt = 50; //!< persons of one name, conversations of one person: a shared name must cost no time
constexpr qsizetype latest = 3;  //!< messages that tell the mood
constexpr int all = std::numeric_limits<int>::max();
constexpr int messagesRead = 200; //!< the last ones tell language and mood

QStringList wordsIn(const QVector<Message> &messages, int episode) {
    QStringList words;
    for (const Message &message : messages) {
        if (message.author == Author::Customer && message.episode == episode)
            words += message.text;
    }
    return words;
}

Mood moodOf(const QStringList &words) {
    double worst = 0;
    for (qsizetype i = std::max<qsizetype>(0, words.size() - latest); i < words.size(); ++i)
        worst = std::max(worst, frustrationIn(words[i], words.mid(0, i)));
    return worst >= 1 ? Mood::Frustrated : worst >= 0.5 ? Mood::Tense : Mood::Calm;
}

Result<QVector<Ticket>> ticketsOf(const Stores &stores, CustomerId customer) {
    const auto conversations = stores.conversations.conversations({.most = mostLookedAt, .customer = customer});
    RELAYDESK_TRY(conversations);
    QVector<Ticket> tickets;
    for (const Conversation &conversation : *conversations) {
        const auto more = stores.tickets.tickets({.conversation = conversation.id, .most = all});
        RELAYDESK_TRY(more);
        tickets += *more;
    }
    return tickets;
}

} // namespace

Result<CustomerFacts> customerFacts(const Stores &stores, const Ticket &ticket, const Customer &customer) {
    CustomerFacts facts{.since = customer.since};
    const auto persons = stores.people.samePerson(customer.id);
    RELAYDESK_TRY(persons);
    for (const Customer &person : persons->mid(std::max<qsizetype>(0, persons->size() - mostLookedAt))) {
        if (person.since.isValid() && (!facts.since.isValid() || person.since < facts.since))
            facts.since = person.since;
        const auto tickets = ticketsOf(stores, person.id);
        RELAYDESK_TRY(tickets);
        facts.earlier += *tickets;
    }
    facts.earlier.removeIf([&](const Ticket &other) { return other.id == ticket.id; });
    facts.tickets = int(facts.earlier.size());
    std::sort(facts.earlier.begin(), facts.earlier.end(),
              [](const Ticket &one, const Ticket &other) { return one.openedAt > other.openedAt; });
    facts.earlier = facts.earlier.mid(0, mostShown);
    const auto messages = stores.conversations.lastMessages(ticket.conversation, {}, messagesRead);
    RELAYDESK_TRY(messages);
    const QStringList words = wordsIn(*messages, ticket.episode);
    const auto persona = personaOf(stores, customer);
    RELAYDESK_TRY(persona);
    const QString written = languageOf(words.join(u'\n'));
    facts.language = written.isEmpty() ? persona->language : written;
    facts.mood = std::max(moodOf(words), persona->mood);
    return facts;
}

} // namespace relaydesk
