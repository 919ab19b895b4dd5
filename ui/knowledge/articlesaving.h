// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Writing articles through the desk, refused where somebody else changed one of them since it was read.
#pragma once
#include "models/desk/desk.h"

namespace relaydesk {

//! Runs in the desk's thread. An article's `version` is the one it was read with; ids of zero and below are new ones.
//! A Conflict writes nothing.
Result<QVector<Article>> saveUnlessChanged(Desk &desk, QVector<Article> articles);

} // namespace relaydesk
