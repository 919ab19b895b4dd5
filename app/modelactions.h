// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the window asks of the language model: its state, a test, the list of models, the list of what was sent.
#pragma once
#include "app/deskthread.h"
#include "ui/settings/settingspage.h"
#include "ui/window/statusline.h"

namespace relaydesk {

//! Connects `page` for as long as it lives; `desk` must outlive it.
void connectModelActions(SettingsPage *page, DeskThread &desk);

//! Asks the model a short question and shows on `page` what came of it.
void testModel(SettingsPage *page, DeskThread &desk);
//! Keeps with the desk how much `model` reads at once, where its server's list says so; else nothing changes.
void keepModelContext(const QString &model, SettingsPage *page, DeskThread &desk);
//! Keeps `line` true for as long as it lives; failures are told by `page`.
void connectStatusLine(StatusLine *line, SettingsPage *page, DeskThread &desk);

} // namespace relaydesk
