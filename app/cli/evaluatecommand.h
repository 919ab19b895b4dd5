// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk evaluate`: how good the matcher is on labelled questions, trained on one file and asked from another.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class EvaluateCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
