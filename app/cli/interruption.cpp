// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/interruption.h"
#include <csignal>

namespace relaydesk {

namespace {

volatile std::sig_atomic_t wanted = 0;

void note(int signal) {
    wanted = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interruption::Interruption() {
    wanted = 0;
    std::signal(SIGINT, note);
}

Interruption::~Interruption() { std::signal(SIGINT, SIG_DFL); }

bool Interruption::isWanted() const { return wanted != 0; }

} // namespace relaydesk
