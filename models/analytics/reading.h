// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads what the analytics page shows from the stores; made to run in the reader's thread.
#pragma once
#include "models/analytics/cases.h"
#include "models/analytics/report.h"
#include "models/domain/progress.h"
#include "models/domain/stores.h"

namespace relaydesk {

Result<AnalyticsReport> readReport(
    const Stores &stores, const Period &period, const Progress &progress = [](int) { return true; });

//! One row for each conversation among `counts`, newest first; of several counts the last one is described. Counts
//! whose conversation is not known are left out.
Result<QVector<ConversationCase>> readCases(
    const Stores &stores, const QVector<Count> &counts, const Progress &progress = [](int) { return true; });

} // namespace relaydesk
