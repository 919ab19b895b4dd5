// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Between the settings page's idea of the language model and the client's: what is kept, and where.
#pragma once
#include "app/huggingface/modelsettings.h"
#include "app/kepttoken.h"
#include "app/launchoptions.h"
#include "ui/settings/settingspage.h"

namespace relaydesk {

//! What the page shows for `settings`.
ModelChoice modelChoice(const ModelSettings &settings, const QString &limitation, const KeptToken &kept,
                        const LaunchOptions &options);

//! All but the token goes into the program's settings; answers what is in force then. On a failure nothing was changed.
Result<LaunchOptions> keepModelChoice(const ModelChoice &choice, LaunchOptions options);

//! The kept address and name, where the command line and the environment say nothing.
LaunchOptions withKeptModel(LaunchOptions options);

} // namespace relaydesk
