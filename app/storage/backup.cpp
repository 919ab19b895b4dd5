// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/backup.h"
#include "app/storage/sqliteopening.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtCore/QFile>

namespace relaydesk {

Result<void> backUp(const QString &database, const QString &file) {
    const QString shown = QDir::toNativeSeparators(file);
    if (QFile::exists(file))
        return failure(ErrorKind::Conflict,
                       StorageText::tr("%1 is there already and was left as it is. Choose another name.").arg(shown));
    const auto reading = openForReading(database);
    RELAYDESK_TRY(reading);
    const QString partial = file + QStringLiteral(".partial");
    QFile::remove(partial);
    const auto copied = reading->connection->run(QStringLiteral("VACUUM INTO ?"), {partial});
    if (copied && QFile::rename(partial, file))
        return {};
    QFile::remove(partial);
    return failure(
        ErrorKind::Storage,
        StorageText::tr(
            "The backup %1 could not be written. The database is as it was; make room or choose another folder.")
            .arg(shown));
}

} // namespace relaydesk
