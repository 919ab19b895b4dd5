// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads standard input line by line without stopping the event loop.
#pragma once
#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

namespace relaydesk {

class LineReader : public QObject {
    Q_OBJECT

  public:
    LineReader();
    void start();

  signals:
    void lineRead(const QString &line); //!< without its end
    void ended();

  private:
    void readSome();
    void giveLines(bool atEnd);

    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    bool m_busy = false; //!< a line is being dealt with: the next one waits
    bool m_atEnd = false;
};

} // namespace relaydesk
