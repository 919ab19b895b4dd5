// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The lines of a table in tests/data, without comments and empty ones.
#pragma once
#include <QtCore/QFile>
#include <QtCore/QStringList>

namespace relaydesk {

inline QStringList dataLines(const QString &path) {
    QFile file(path);
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(QLatin1String("# ")))
            lines += line;
    }
    return lines;
}

} // namespace relaydesk
