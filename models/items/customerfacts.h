// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent should know of a customer beside the conversation: earlier tickets, language, mood.
#pragma once
#include "models/desk/persona.h"

namespace relaydesk {

struct CustomerFacts {
    QVector<Ticket> earlier; //!< of the same person (by e-mail address, else by name), newest first, at most ten
    int tickets = 0;         //!< all of theirs that were found, without this one
    QString language;        //!< of what they wrote, or, where that is too short to tell, as the desk was told: a code
    Mood mood = Mood::Calm;  //!< by their latest messages, or as the desk was told: the worse one
    QDateTime since;         //!< when they first came
};

Result<CustomerFacts> customerFacts(const Stores &stores, const Ticket &ticket, const Customer &customer);

} // namespace relaydesk
