// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One page of the places where words stand in messages, notes and articles, newest first.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

class SqliteDatabase;

//! For a database with an index.
Result<HitPage> readHitPage(const SqliteDatabase &database, const HitQuery &query);

} // namespace relaydesk
