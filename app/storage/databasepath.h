// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the desk keeps its database when nobody says otherwise.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! The environment's RELAYDESK_DATABASE, else relaydesk/relaydesk.db in the user's folder for data. Always absolute.
QString defaultDatabasePath();

} // namespace relaydesk
