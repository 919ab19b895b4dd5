// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads the list of models from a server: one GET, with a deadline, that follows no redirect.
#pragma once
#include "app/huggingface/modellist.h"
#include "app/huggingface/modelsettings.h"
#include "models/domain/requestlog.h"
#include <QtCore/QFuture>

namespace relaydesk {

//! In the caller's thread, which needs an event loop. Offline nothing is sent. The answer ends within the deadline for
//! the first token, and as soon as `owner` is destroyed: it is for whoever goes offline. Both may be null.
QFuture<Result<QVector<ListedModel>>> fetchModels(const ModelSettings &settings, RequestLog *log = nullptr,
                                                  QObject *owner = nullptr);

} // namespace relaydesk
