// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the settings page asks of the language model: a test, the list of models, the list of what was sent.
#pragma once
#include "app/deskthread.h"
#include "ui/settings/settingspage.h"

namespace relaydesk {

//! Connects `page` for as long as it lives; `desk` must outlive it.
void connectModelActions(SettingsPage *page, DeskThread &desk);

} // namespace relaydesk
