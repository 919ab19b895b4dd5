// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent should know of a customer beside the conversation: earlier tickets, language, mood.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

enum class Mood { Calm, Tense, Frustrated };

struct CustomerFacts {
    QVector<Ticket> earlier; //!< of the same person (by e-mail address, else by name), newest first, at most ten
    int tickets = 0;         //!< all of theirs that were found, without this one
    QString language;        //!< of what they wrote: its code; empty: too short to tell
    Mood mood = Mood::Calm;  //!< a guess by their latest messages
    QDateTime since;         //!< when they first came
};

Result<CustomerFacts> customerFacts(const Stores &stores, const Ticket &ticket, const Customer &customer);
//! "Calm", "Tense", "Frustrated"; for a person.
QString moodWords(Mood mood);

} // namespace relaydesk
