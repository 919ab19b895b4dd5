// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The time of day as the reader's locale writes it, without seconds.
#pragma once
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace relaydesk {

inline QString clockTime(const QDateTime &at) {
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    return QLocale().toString(at.toLocalTime().time(), format);
}

} // namespace relaydesk
