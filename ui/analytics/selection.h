// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What somebody pointed at on the analytics page: a figure, or the part of it in one step of a chart or of one reason.
#pragma once
#include "models/analytics/report.h"
#include <QtCore/QMetaType>

namespace relaydesk {

struct Selection {
    Subject subject = Subject::TotalQueries;
    std::optional<int> step;
    std::optional<HandoffCategory> reason;
    friend bool operator==(const Selection &, const Selection &) = default;
};

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::Selection)
