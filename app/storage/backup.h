// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A copy of a database as it is at one moment, while the desk works on.
#pragma once
#include "models/domain/result.h"

namespace relaydesk {

//! Writes a whole copy of `database` to `file`, which appears only when it is complete. A file that is there already is
//! refused and left as it is.
Result<void> backUp(const QString &database, const QString &file);

} // namespace relaydesk
