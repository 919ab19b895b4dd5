// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/linereader.h"
#include <unistd.h>

namespace relaydesk {

LineReader::LineReader() : m_notifier(STDIN_FILENO, QSocketNotifier::Read) {
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::readSome);
}

void LineReader::start() {
    // A file on standard input cannot be waited for: its first bytes are read without.
    m_notifier.setEnabled(true);
    QMetaObject::invokeMethod(this, &LineReader::readSome, Qt::QueuedConnection);
}

void LineReader::readSome() {
    if (m_atEnd || m_busy)
        return;
    char bytes[4096];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof(bytes));
    if (count > 0)
        m_buffer.append(bytes, count);
    else
        m_atEnd = true;
    m_notifier.setEnabled(!m_atEnd);
    giveLines(m_atEnd);
}

void LineReader::giveLines(bool atEnd) {
    m_busy = true;
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_buffer.left(end));
        m_buffer.remove(0, end + 1);
        emit lineRead(line);
    }
    m_busy = false;
    if (!atEnd)
        return;
    if (!m_buffer.isEmpty())
        emit lineRead(QString::fromUtf8(std::exchange(m_buffer, {})));
    emit ended();
}

} // namespace relaydesk
