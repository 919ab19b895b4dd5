// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Says on standard error how far a long command is, every few seconds.
#pragma once
#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>

namespace relaydesk {

class ProgressPrinter {
  public:
    explicit ProgressPrinter(QTextStream &err) : m_err(err) {}
    //! "`what` 1200/3080", or without the whole where `all` is 0. A new `what` is said at once.
    void print(const QString &what, int done, int all);

  private:
    QTextStream &m_err;
    QString m_what;
    QElapsedTimer m_since;
};

} // namespace relaydesk
