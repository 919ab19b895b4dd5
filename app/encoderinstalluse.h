// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Makes an installed encoder the desk's own: first everything known is encoded with it, then the setting changes.
#pragma once
#include "app/matching/sentenceencoder.h"
#include "app/storage/sqlitestores.h"
#include <functional>

namespace relaydesk {

//! Texts encoded, texts in all. False: leave off.
using EncoderProgress = std::function<bool(int done, int all)>;

//! Encodes what `stores` know, keeps the vectors under the encoder's name, and writes `name` into the setting. Where
//! it is left off, or anything fails, the setting is what it was, so the old encoder goes on serving. Answers how many
//! texts there are.
Result<int> useEncoder(const QString &name, std::unique_ptr<SentenceEncoder> encoder, Stores stores,
                       const EncoderProgress &progress);

//! As the desk's own opening, and next to a desk that is running: that one changes over by itself (EncoderSwitch).
Result<std::unique_ptr<SqliteStores>> openForEncoder(const QString &database);

} // namespace relaydesk
