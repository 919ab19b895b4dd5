// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The answers that were drawn for an audit and that nobody has judged yet.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct AuditRow {
    EventId verdict;
    QString question;
    QString answer; //!< Markdown
    QString origin; //!< the article's title; empty: the model wrote it
    friend bool operator==(const AuditRow &, const AuditRow &) = default;
};

//! Oldest first, at most `most`.
Result<QVector<AuditRow>> readAudits(const EventStore &events, int most);

} // namespace relaydesk
