// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/fakeclock.h"

// Keeps the library non-empty: the fakes are headers for the most part.
