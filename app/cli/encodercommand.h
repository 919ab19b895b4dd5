// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk encoder`: which sentence encoders there are, installing one, and changing over to it.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class EncoderCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
