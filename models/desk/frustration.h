// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whether a customer has lost patience: by wording, capitals, exclamation marks and saying the same again.
#pragma once
#include <QtCore/QStringList>

namespace relaydesk {

//! 0 (calm) upwards; from 1 a person should take over. `earlier`: the customer's messages before this one, oldest
//! first. English, and the strongest words of German, French and Spanish.
double frustrationIn(const QString &message, const QStringList &earlier = {});
inline bool isFrustrated(const QString &message, const QStringList &earlier = {}) {
    return frustrationIn(message, earlier) >= 1.0;
}

} // namespace relaydesk
