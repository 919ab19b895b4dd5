// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tables of Relaydesk, as the steps that made them.
#pragma once
#include "app/storage/migrations.h"

namespace relaydesk {

MigrationSteps schemaSteps();

} // namespace relaydesk
