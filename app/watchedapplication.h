// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! An application that names whoever keeps the window's thread too long; for debug builds.
#pragma once
#include <QtWidgets/QApplication>
#include <functional>

namespace relaydesk {

class WatchedApplication : public QApplication {
    Q_OBJECT

  public:
    static constexpr qint64 longest = 16; //!< milliseconds

    //! Keeps references as QApplication does.
    WatchedApplication(int &argc, char *argv[]);
    bool notify(QObject *receiver, QEvent *event) override;

    //! Who is told "EVENT to CLASS "NAME" took N ms"; the log if nobody else is set.
    void setReport(const std::function<void(const QString &)> &report) { m_report = report; }
    //! Milliseconds from any moment on; a test may bring its own.
    void setClock(const std::function<qint64()> &now) { m_now = now; }

  private:
    std::function<void(const QString &)> m_report;
    std::function<qint64()> m_now;
    qint64 m_inner = 0; //!< time within the running call that inner calls answer for
    int m_loops = 0;    //!< the deepest event loop that ran within the running call
};

} // namespace relaydesk
