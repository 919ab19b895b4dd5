// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Makes keys for calls over the network and recognises them; what is stored cannot be turned back into a key.
#pragma once
#include "models/domain/access.h"

namespace relaydesk {

struct MadeKey {
    QString text; //!< shown once: "rdk_" with a public part, "_", and 256 random bits
    AccessKey key;
};

MadeKey makeKey(const QString &name, KeyRole role, const QDateTime &now);

//! Makes a key and keeps it; answers its text. The name has 1 to 100 characters and no other key in force has it.
Result<QString> addKey(AccessStore &store, const QString &name, KeyRole role, const QDateTime &now);
//! Ends the key in force of that name or number.
Result<AccessKey> revokeKey(AccessStore &store, const QString &which, const QDateTime &now);

//! The key in force that `text` is; nothing for any other text. The secret part is compared in constant time.
Result<std::optional<AccessKey>> findKey(const AccessStore &store, const QString &text);

//! True for equal bytes; how long it takes depends on the length of `wanted` alone.
bool areEqual(const QByteArray &given, const QByteArray &wanted);

} // namespace relaydesk
