// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How work that takes a while tells how far it is, and hears that it is to be left off.
#pragma once
#include <functional>

namespace relaydesk {

//! Called with the hundredths that are done, in the thread that works; false: leave off (ErrorKind::Cancelled).
using Progress = std::function<bool(int percent)>;

} // namespace relaydesk
