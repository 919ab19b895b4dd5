// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One command of `relaydesk`: what it is called, what it takes, what it does.
#pragma once
#include "app/launchoptions.h"
#include <QtCore/QCommandLineParser>
#include <QtCore/QTextStream>

namespace relaydesk {

enum ExitCode { Success = 0, Failed = 1, WrongUsage = 2 };

//! Where a command writes: results to `out`, sentences about trouble to `err`.
struct Terminal {
    QTextStream &out;
    QTextStream &err;
};

class Command {
  public:
    virtual ~Command() = default;
    virtual QString name() const = 0;
    virtual QString summary() const = 0; //!< one line for the list of commands
    //! Adds positional arguments and options to a parser that has the common ones already.
    virtual void describe(QCommandLineParser &parser) const = 0;
    virtual int run(const QCommandLineParser &parser, Terminal &terminal) = 0;
};

//! Prints the sentence and answers the exit code that goes with it.
int failWith(Terminal &terminal, const Failure &failure);
int wrongUsage(Terminal &terminal, const QString &command, const QString &sentence);

//! --json, as most commands have it.
QCommandLineOption jsonOption();
//! The desk's launch options from the command line, or the exit code.
tl::expected<LaunchOptions, int> optionsOr(const QCommandLineParser &parser, Terminal &terminal,
                                           const QString &command);

} // namespace relaydesk
