// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/theme/avatarcolours.h"

namespace relaydesk {

const QVector<QColor> &avatarColours() {
    static const QVector<QColor> colours{0x2c6fa8, 0xb04f24, 0x2f7d46, 0x7450b5,
                                         0xa83d6e, 0x8a6200, 0x17757d, 0x5b6478};
    return colours;
}

//! FNV-1a over the name without case and outer spaces: unlike qHash the same in every run and on every machine.
QColor avatarColour(const QString &name) {
    quint32 hash = 2166136261U;
    for (const char byte : name.trimmed().toCaseFolded().toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    return avatarColours().at(static_cast<qsizetype>(hash % static_cast<quint32>(avatarColours().size())));
}

QColor onAvatarColour() { return 0xffffff; }

} // namespace relaydesk
