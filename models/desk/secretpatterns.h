// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What passwords, codes and keys look like, and the words they stand with, in the languages of customers.
#pragma once
#include <QtCore/QStringList>

namespace relaydesk {

// Expressions; group 1, where there is one, is the secret. Every repetition is bounded or possessive.

QStringList secretShapes();    //!< known by themselves: prefixes of well-known services, tokens in links, settings
QStringList labelledSecrets(); //!< "password: …", "mein Passwort ist …"; the value still has to look like one
QStringList secretPairs();     //!< "login: name / …", "changed from … to …"; likewise
QStringList labelledCodes();   //!< PINs, verification codes, activation keys
QStringList strangeWords();    //!< words that no language has; secret where a word for secrets stands near
QString passwordWords();       //!< alternatives, for other expressions
//! A word for secrets, somewhere in a line.
QString secretWord();

} // namespace relaydesk
