// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A copy of a database as it is at one moment, with the files that were sent, while the desk works on.
#pragma once
#include "models/domain/progress.h"
#include "models/domain/result.h"

namespace relaydesk {

//! Writes a whole copy of `database` to `file`, and of the folder `database`.files, where there is one, to
//! `file`.files. Both appear only when they are complete, the database last. What is there already is refused and left
//! as it is. To restore, open the copy, or put both in the place of the lost ones. Left off (Cancelled), nothing
//! remains.
Result<void> backUp(
    const QString &database, const QString &file, const Progress &progress = [](int) { return true; });

} // namespace relaydesk
