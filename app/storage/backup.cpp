// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/backup.h"
#include "app/storage/sqliteopening.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>

namespace relaydesk {

namespace {

constexpr qsizetype digestLength = 64; // of SHA-256 in hexadecimal: what the name of a kept file is

QString filesOf(const QString &database) { return database + QStringLiteral(".files"); }

QString partOf(const QString &path) { return path + QStringLiteral(".partial"); }

void removePartsOf(const QString &file) {
    QFile::remove(partOf(file));
    QDir(partOf(filesOf(file))).removeRecursively();
}

//! Files are never changed once they are there, and are there before the database names them: those that came since the
//! database was copied do no harm.
bool copyFiles(const QString &from, const QString &to) {
    const QDir source(from);
    if (!source.exists())
        return true;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(to) || !QFile::setPermissions(to, owner))
        return false;
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString copy = QDir(to).filePath(source.relativeFilePath(path));
        const bool isWhole = each.fileName().size() == digestLength; // else it is just being written
        if (isWhole && (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(path, copy)))
            return false;
    }
    return true;
}

bool nameParts(const QString &file) {
    const QString files = filesOf(file);
    const bool hasFiles = QFileInfo::exists(partOf(files));
    if (hasFiles && !QDir().rename(partOf(files), files))
        return false;
    if (QFile::rename(partOf(file), file))
        return true;
    if (hasFiles)
        QDir().rename(files, partOf(files));
    return false;
}

} // namespace

Result<void> backUp(const QString &database, const QString &file) {
    for (const QString &taken : {file, filesOf(file)}) {
        if (QFileInfo::exists(taken))
            return failure(ErrorKind::Conflict,
                           StorageText::tr("%1 is there already and was left as it is. Choose another name.")
                               .arg(QDir::toNativeSeparators(taken)));
    }
    const auto reading = openForReading(database);
    RELAYDESK_TRY(reading);
    removePartsOf(file); // of a backup that was interrupted
    if (reading->connection->run(QStringLiteral("VACUUM INTO ?"), {partOf(file)}) &&
        copyFiles(filesOf(database), partOf(filesOf(file))) && nameParts(file))
        return {};
    removePartsOf(file);
    return failure(
        ErrorKind::Storage,
        StorageText::tr(
            "The backup %1 could not be written. The database is as it was; make room or choose another folder.")
            .arg(QDir::toNativeSeparators(file)));
}

} // namespace relaydesk
