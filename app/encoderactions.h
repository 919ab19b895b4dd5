// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the window asks of the sentence encoder: which there are, changing over, how far it is, leaving off.
#pragma once
#include "app/deskthread.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/settings/settingspage.h"
#include "ui/window/statusline.h"

namespace relaydesk {

//! Connects both for as long as they live; `desk` must outlive them.
void connectEncoderActions(SettingsPage *page, StatusLine *line, DeskThread &desk);
//! What it imports is encoded before it is saved.
void connectPreparation(KnowledgePage *page, DeskThread &desk);

} // namespace relaydesk
