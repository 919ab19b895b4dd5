// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How much memory this process has, as Linux tells it.
#pragma once
#include <QtCore/QFile>

namespace relaydesk {

inline int residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).simplified().split(' ').first().toInt() / 1024;
        }
    }
    return 0;
}

} // namespace relaydesk
