// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Ctrl-C during a long command: noted, so that the command can end in good order.
#pragma once

namespace relaydesk {

//! While it lives the first Ctrl-C is noted instead of ending the program; a second one ends it.
class Interruption {
  public:
    static constexpr int exitCode = 130; //!< 128 + SIGINT, as shells have it

    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;
    bool isWanted() const;
};

} // namespace relaydesk
