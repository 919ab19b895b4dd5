// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk agent`: the queue in the terminal: list, show, claim, reply, resolve, give back, and what is learned.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class AgentCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
