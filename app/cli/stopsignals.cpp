// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/stopsignals.h"
#include <QtCore/QSocketNotifier>
#include <csignal>

#include <unistd.h>

namespace relaydesk {

namespace {

int ends[2] = {-1, -1}; // of the pipe from the handler to the event loop

extern "C" void onStopSignal(int number) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

StopSignals::StopSignals() {
    if (::pipe(ends) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(ends[0], &byte, 1) == 1)
            emit wanted();
    });
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGINT, onStopSignal);
}

StopSignals::~StopSignals() {
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

} // namespace relaydesk
