// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The pages of a database as it is at one moment, in a new file, while others go on writing.
#pragma once
#include "app/storage/sqliteconnection.h"
#include <functional>

namespace relaydesk {

enum class Copied { Whole, LeftOff, Failed };

//! Makes `file`, which must not exist; `progress` hears the pages that are copied and all there are, and false from it
//! leaves off. Unless all is copied, what is in `file` is nothing whole.
Copied copyPages(SqliteConnection &from, const QString &file, const std::function<bool(int done, int all)> &progress);

} // namespace relaydesk
