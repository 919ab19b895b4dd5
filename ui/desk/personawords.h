// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What simulated customers are called and what they say, in their language and their mood.
#pragma once
#include "models/desk/persona.h"

namespace relaydesk {

//! The languages that simulated customers speak, as codes.
const QStringList &spokenLanguages();
//! Somebody new, each time another one.
Persona madeUp(int number);
//! How they begin, and what they may ask: what the knowledge says in their language, and what customers ask anywhere.
//! Without a language in the persona: the titles of the articles as they are. At most `most`.
QStringList suggestionsFor(const Persona &persona, const QVector<Article> &known, int most);

} // namespace relaydesk
