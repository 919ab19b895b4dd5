// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Runs the program as a window.
#pragma once
#include "app/launchoptions.h"

class QApplication;

namespace relaydesk {

//! Until the last window is closed; answers the exit code.
int runWindow(QApplication &application, const LaunchOptions &options);

} // namespace relaydesk
