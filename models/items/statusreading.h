// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The few figures in the status bar.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct DeskStatus {
    qsizetype articles = 0;
    int questionsToday = 0;
    int answeredToday = 0; //!< by the assistant, claimed
};

Result<DeskStatus> readStatus(const Stores &stores, const QDate &today);

} // namespace relaydesk
