// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk simulate`: a desk at work on a stream of questions, with an agent who knows every answer.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class SimulateCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
