// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the settings page asks of the sentence encoder: which there are, changing over, leaving off.
#pragma once
#include "app/deskthread.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/settings/settingspage.h"

namespace relaydesk {

//! Connects `page` for as long as it lives; `desk` must outlive it.
void connectEncoderActions(SettingsPage *page, DeskThread &desk);
//! What it imports is encoded before it is saved.
void connectPreparation(KnowledgePage *page, DeskThread &desk);

} // namespace relaydesk
