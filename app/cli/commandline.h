// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds the command that was asked for, reads its arguments and runs it; knows the list of all of them.
#pragma once
#include "app/cli/command.h"
#include <memory>
#include <vector>

namespace relaydesk {

class CommandLine {
  public:
    explicit CommandLine(Terminal &terminal);
    //! `arguments` begin with the program's name, as those of QCoreApplication do. Answers the exit code.
    int run(const QStringList &arguments);

  private:
    void printOverview(QTextStream &to) const;
    int runCommand(Command &command, const QStringList &arguments);

    Terminal &m_terminal;
    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace relaydesk
