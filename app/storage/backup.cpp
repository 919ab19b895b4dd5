// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/backup.h"
#include "app/storage/sqlitecopy.h"
#include "app/storage/sqliteopening.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qsizetype digestLength = 64; // of SHA-256 in hexadecimal: what the name of a kept file is

QString filesOf(const QString &database) { return database + QStringLiteral(".files"); }

QString partOf(const QString &path) { return path + QStringLiteral(".partial"); }

void removePartsOf(const QString &file) {
    QFile::remove(partOf(file));
    QDir(partOf(filesOf(file))).removeRecursively();
}

//! What a backup consists of, in bytes, and how much of that is done.
class Bytes {
  public:
    Bytes(const QString &database, const Progress &progress)
        : m_progress(progress)
        , m_database(QFileInfo(database).size())
        , m_all(m_database) {
        QDirIterator each(filesOf(database), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            each.next();
            m_all += each.fileInfo().size();
        }
    }
    bool pages(int done, int all) { return all == 0 || say(m_database * done / all); }
    bool file(qint64 size) { return say(m_done + size); }

  private:
    bool say(qint64 done) {
        m_done = done;
        return m_progress(m_all == 0 ? 100 : int(std::min<qint64>(100, 100 * m_done / m_all)));
    }

    const Progress &m_progress;
    qint64 m_database;
    qint64 m_all;
    qint64 m_done = 0;
};

//! Files are never changed once they are there, and are there before the database names them: those that came since the
//! database was copied do no harm.
Copied copyFiles(const QString &from, const QString &to, Bytes &bytes) {
    const QDir source(from);
    if (!source.exists())
        return Copied::Whole;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(to) || !QFile::setPermissions(to, owner))
        return Copied::Failed;
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QString copy = QDir(to).filePath(source.relativeFilePath(path));
        const bool isWhole = each.fileName().size() == digestLength; // else it is just being written
        if (isWhole && (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(path, copy)))
            return Copied::Failed;
        if (!bytes.file(each.fileInfo().size()))
            return Copied::LeftOff;
    }
    return Copied::Whole;
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

Result<void> backUp(const QString &database, const QString &file, const Progress &progress) {
    for (const QString &taken : {file, filesOf(file)}) {
        if (QFileInfo::exists(taken))
            return failure(ErrorKind::Conflict,
                           StorageText::tr("%1 is there already and was left as it is. Choose another name.")
                               .arg(QDir::toNativeSeparators(taken)));
    }
    const auto reading = openForReading(database);
    RELAYDESK_TRY(reading);
    removePartsOf(file); // of a backup that was interrupted
    Bytes bytes(database, progress);
    Copied copied =
        copyPages(*reading->connection, partOf(file), [&bytes](int done, int all) { return bytes.pages(done, all); });
    if (copied == Copied::Whole)
        copied = copyFiles(filesOf(database), partOf(filesOf(file)), bytes);
    if (copied == Copied::Whole && nameParts(file))
        return {};
    removePartsOf(file);
    if (copied == Copied::LeftOff)
        return failure(ErrorKind::Cancelled, StorageText::tr("The backup was left off; nothing of it remains."));
    return failure(
        ErrorKind::Storage,
        StorageText::tr(
            "The backup %1 could not be written. The database is as it was; make room or choose another folder.")
            .arg(QDir::toNativeSeparators(file)));
}

} // namespace relaydesk
