// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the settings page asks of the service on its desk, and what of it is remembered for each database.
#pragma once
#include "app/deskthread.h"
#include "ui/settings/servicechoice.h"
#include "ui/settings/settingspage.h"

namespace relaydesk {

//! In the program's settings, not in the database: a copy of one elsewhere opens no port by itself.
ServiceChoice keptServiceChoice(const QString &database);

//! Switches the service to `choice`.
void applyServiceChoice(const ServiceChoice &choice, DeskThread &desk);

//! Connects `page` for as long as it lives; `desk` must outlive it. `unavailable` says why this desk cannot be served;
//! empty: it can.
void connectServiceActions(SettingsPage *page, DeskThread &desk, const QString &database, const QString &unavailable);

} // namespace relaydesk
