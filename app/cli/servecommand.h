// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Runs the desk as a service, without a window, until it is told to stop.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class ServeCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
