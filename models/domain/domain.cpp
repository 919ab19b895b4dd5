// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/domain/clock.h"
#include "models/domain/matcher.h"
#include "models/domain/modelclient.h"
#include "models/domain/stores.h"
#include "models/domain/verdict.h"

// The room's values and ports are headers alone; this file proves that they compile by themselves.
