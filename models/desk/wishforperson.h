// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whether a customer's words ask to be put through to a person.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! True for "agent please" or "can I speak to somebody from your team", false for "how do I change my delivery agent".
//! English; of a very long message the beginning and the end are read.
bool wishesForPerson(const QString &message);

} // namespace relaydesk
