// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every request to a model server carries, and what it never does: the token stays with the host it is for.
#pragma once
#include "app/huggingface/modelsettings.h"
#include <QtNetwork/QNetworkRequest>

namespace relaydesk {

QNetworkRequest httpRequest(const QUrl &url, const ModelSettings &settings);

} // namespace relaydesk
