// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/outcomes.h"
#include <QtCore/QLatin1String>

namespace relaydesk {

std::optional<bool> speaksFor(QStringView outcome) {
    for (const char *good : {"yes", "rated_well", "audit_good"}) {
        if (outcome == QLatin1String(good))
            return true;
    }
    for (const char *bad : {"no", "person", "repeated", "audit_bad"}) {
        if (outcome == QLatin1String(bad))
            return false;
    }
    return std::nullopt;
}

} // namespace relaydesk
