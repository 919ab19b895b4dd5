// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What `relaydesk encoder list` and `info` show, as text and as JSON.
#pragma once
#include "app/cli/command.h"
#include "app/huggingface/embeddingline.h"
#include "models/domain/stores.h"

namespace relaydesk {

//! encoders: name, repository, revision, licence, installed, inUse, folder. `inUse`: the folder, or the
//! remoteChoice(), in use.
void listEncoders(const QString &inUse, bool json, Terminal &terminal);

//! `derived` may be null: no desk yet. name, folder, repository, revision, dimensions, layers, pooling, longest,
//! prefix, vectors, identity, files.
Result<void> showEncoder(const QString &folder, const DerivedStore *derived, bool json, Terminal &terminal);

//! name, identity, prefix, vectors.
Result<void> showRemoteEncoder(const QString &choice, const EmbeddingLine &line, const DerivedStore &derived, bool json,
                               Terminal &terminal);

} // namespace relaydesk
