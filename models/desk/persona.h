// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk was told of a customer beside their name: the language they write in, and their mood.
#pragma once
#include "models/domain/names.h"
#include "models/domain/stores.h"

namespace relaydesk {

class Desk;

//! In rising order.
enum class Mood { Calm, Tense, Frustrated };

template <>
struct Names<Mood> {
    static constexpr std::array<Name<Mood>, 3> all{
        {{Mood::Calm, "calm"}, {Mood::Tense, "tense"}, {Mood::Frustrated, "frustrated"}}};
};

struct Persona {
    QString name;     //!< may be empty
    QString language; //!< a code like "de"; empty: nobody said
    Mood mood = Mood::Calm;
    friend bool operator==(const Persona &, const Persona &) = default;
};

//! Language and mood stand in the setting "customer.N" as "de tense".
Result<Persona> personaOf(const Stores &stores, const Customer &customer);

//! A new customer with a new conversation.
Result<Conversation> openAs(Desk &desk, const Persona &persona);
//! The customer of the conversation from now on; whoever shows the customer's name is told.
Result<void> setPersona(Desk &desk, ConversationId conversation, const Persona &persona);

//! "Calm", "Tense", "Frustrated"; for a person.
QString moodWords(Mood mood);
//! "German"; for a person. Empty where the code names no language.
QString languageWords(const QString &code);

} // namespace relaydesk
