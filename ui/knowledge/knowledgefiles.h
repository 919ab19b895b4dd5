// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Knowledge to and from a file, for the reader's thread: reading and writing take as long as the file is large.
#pragma once
#include "models/domain/stores.h"
#include "models/exchange/mergeimport.h"

namespace relaydesk {

//! What importing the file would change now; nothing is changed by this.
Result<ImportPlan> planImport(const Stores &stores, const QString &path);
//! Answers how many articles were written. JSON Lines holds the archived ones too. A file that was there is replaced
//! whole or not at all.
Result<int> exportKnowledge(const Stores &stores, const QString &path);
//! "Articles: 3 new, 1 changed, 20 as they were. Phrasings added: 12."
QString importSentence(const ImportPlan &plan);
//! For file dialogs: all formats, then each.
QStringList knowledgeFilters();

} // namespace relaydesk
