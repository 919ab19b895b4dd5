// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which language a text is written in, by its little words; and how unsure it sounds in that language.
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

//! en, de, fr, es, it, nl or pt; for other scripts ru, el, ar, he, zh, ja, ko, th or hi; empty: too short to tell.
QString languageOf(const QString &text);

//! For the prompt: "the customer's language", or the name of a language where the desk allows only some.
QString languageToAnswerIn(const QString &question, const QStringList &allowed);

//! "I'm not sure", "je crois", "vielleicht": a word of doubt in any of the languages with Latin letters above.
bool soundsUnsure(const QString &text);

} // namespace relaydesk
