// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service put before the desk, for the command and for the window.
#pragma once
#include "app/api/service.h"
#include "app/services.h"

namespace relaydesk {

//! In the desk's thread. `settings` lack only what the desk itself says: its limits are added by the caller, its
//! matcher here.
Result<std::unique_ptr<Service>> startService(Services &services, ServiceSettings settings,
                                              const ServiceDesk::Log &log);

} // namespace relaydesk
