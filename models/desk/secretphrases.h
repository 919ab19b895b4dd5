// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How customers speak of secrets: the value before the word for it, some words between the two, several in a row.
#pragma once
#include <QtCore/QStringList>

namespace relaydesk {

// Expressions as those of secretpatterns.h.

QStringList secretPhrases(); //!< "used … as my password", "change my password to …"; the value has letters and digits
QStringList spokenCodes();   //!< "the code 482 913 came by text", "PIN (2580)", "the digits on the back are …"
QStringList commandSecrets(); //!< on command lines, in headers and cookies

} // namespace relaydesk
