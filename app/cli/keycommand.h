// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Makes, lists and revokes the keys for calls over the network.
#pragma once
#include "app/cli/command.h"

namespace relaydesk {

class KeyCommand : public Command {
  public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser, Terminal &terminal) override;
};

} // namespace relaydesk
