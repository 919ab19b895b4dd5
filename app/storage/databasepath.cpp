// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/databasepath.h"
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace relaydesk {

QString defaultDatabasePath() {
    const QString wanted = qEnvironmentVariable("RELAYDESK_DATABASE");
    if (!wanted.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(wanted));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return folder + QStringLiteral("/relaydesk/relaydesk.db");
}

} // namespace relaydesk
