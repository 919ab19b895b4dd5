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

//! The key in force that `text` is; nothing for any other text. The secret part is compared in constant time.
Result<std::optional<AccessKey>> findKey(const AccessStore &store, const QString &text);

//! True for equal bytes; how long it takes depends on the length of `wanted` alone.
bool areEqual(const QByteArray &given, const QByteArray &wanted);

} // namespace relaydesk
