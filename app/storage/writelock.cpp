// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/writelock.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDateTime>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSysInfo>
#include <QtCore/QThread>

namespace relaydesk {

namespace {

constexpr int pauseMs = 20;
constexpr int unsignedForMs = 2000; //!< a lock file without a holder's name is one of a process that died writing it

bool isUnsigned(const QLockFile &file) {
    qint64 process = 0;
    QString host, program;
    if (file.getLockInfo(&process, &host, &program))
        return false;
    const QDateTime written = QFileInfo(file.fileName()).lastModified();
    return written.isValid() && written.msecsTo(QDateTime::currentDateTime()) > unsignedForMs;
}

} // namespace

WriteLock::WriteLock(const QString &databasePath)
    : m_databasePath(databasePath)
    , m_file(databasePath + QStringLiteral(".lock")) {
    m_file.setStaleLockTime(0); // a lock grows stale by the death of its process, never by age
}

Result<void> WriteLock::acquire(int waitMs) {
    const QDeadlineTimer deadline(waitMs);
    while (!isHeld() && !tryOnce()) {
        if (m_file.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return tl::unexpected<Failure>(refusal());
        QThread::msleep(pauseMs);
    }
    return {};
}

void WriteLock::release() {
    if (isHeld())
        m_file.unlock();
}

bool WriteLock::tryOnce() {
    if (m_file.tryLock(0))
        return true;
    // Removal fails while a living process holds the file.
    return m_file.error() == QLockFile::LockFailedError && isUnsigned(m_file) && m_file.removeStaleLockFile() &&
           m_file.tryLock(0);
}

Failure WriteLock::refusal() const {
    const QString name = QDir::toNativeSeparators(m_databasePath);
    if (m_file.error() == QLockFile::LockFailedError)
        return heldByOther();
    if (m_file.error() == QLockFile::PermissionError)
        return {ErrorKind::ReadOnly, StorageText::tr("%1 cannot be written: its folder is read-only. Nothing was "
                                                     "changed. Open it for reading only, or move it to a folder that "
                                                     "can be written.")
                                         .arg(name)};
    return {ErrorKind::Storage, StorageText::tr("%1 cannot be written: no lock file could be made beside it. Nothing "
                                                "was changed. Look whether the disk is full.")
                                    .arg(name)};
}

Failure WriteLock::heldByOther() const {
    const QString name = QDir::toNativeSeparators(m_databasePath);
    qint64 process = 0;
    QString host, program;
    if (!m_file.getLockInfo(&process, &host, &program))
        return {ErrorKind::Unavailable, StorageText::tr("%1 is just being written by another program. Nothing was "
                                                        "changed. Try again in a moment.")
                                            .arg(name)};
    const QString where =
        host.isEmpty() || host == QSysInfo::machineHostName() ? QString() : StorageText::tr(" on %1").arg(host);
    return {ErrorKind::Unavailable, StorageText::tr("%1 is being written by %2 (process %3%4). Nothing was changed. "
                                                    "Finish there first, or open it for reading only.")
                                        .arg(name, program, QString::number(process), where)};
}

} // namespace relaydesk
