// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A folder of its own for the database of one test, and ways to look at the files in it.
#pragma once
#include "app/storage/sqlitestores.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <unistd.h>

namespace relaydesk {

class TemporaryDesk {
  public:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString path() const { return file(QStringLiteral("desk.db")); }
    QString folder() const { return m_folder.path(); }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

    //! Of every byte of every file; lock files and what SQLite needs to coordinate readers left out.
    QByteArray digest() const {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString &name : files()) {
            QFile file(m_folder.filePath(name));
            if (name.endsWith(QLatin1String("-shm")) || name.endsWith(QLatin1String(".lock")) ||
                !file.open(QIODevice::ReadOnly) || (name.endsWith(QLatin1String("-wal")) && file.size() == 0))
                continue;
            hash.addData(name.toUtf8());
            hash.addData(&file);
        }
        return hash.result();
    }

    void write(const QString &name, const QByteArray &bytes) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's own file could not be written");
    }

    //! A database with one setting ("kept": "yes") and some hundred pages, closed.
    void makeDatabase() const {
        auto stores = SqliteStores::open(path(), OpenMode::ReadWrite);
        if (!stores || !(*stores)->stores().settings.setValue(QStringLiteral("kept"), QStringLiteral("yes")) ||
            !(*stores)->stores().derived.saveState(QStringLiteral("filling"), QByteArray(400000, 'x')))
            qFatal("the test's own database could not be made");
    }

    //! As makeDatabase(), but as a crash leaves it: the setting stands in the write-ahead log alone.
    void makeCrashedDatabase() const {
        const TemporaryDesk origin;
        auto stores = SqliteStores::open(origin.path(), OpenMode::ReadWrite);
        if (!stores || !(*stores)->stores().settings.setValue(QStringLiteral("kept"), QStringLiteral("yes")) ||
            !QFile::copy(origin.path(), path()) ||
            !QFile::copy(origin.path() + QStringLiteral("-wal"), path() + QStringLiteral("-wal")))
            qFatal("the test's own database could not be made");
    }

    //! Nobody but root writes here until the folder goes.
    void makeReadOnly() const {
        for (const QString &name : files())
            QFile::setPermissions(file(name), QFile::ReadOwner | QFile::ReadOther | QFile::ReadGroup);
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x5555)); // r-x for all
    }
    void makeWritable() const {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ~TemporaryDesk() { makeWritable(); }

  private:
    QTemporaryDir m_folder;
};

//! While it lives, a test that root runs has no more rights than anybody.
class Unprivileged {
  public:
    Unprivileged() : m_user(::geteuid()) {
        if (m_user == 0)
            m_changed = ::setresuid(nobody, nobody, 0) == 0;
    }
    ~Unprivileged() {
        if (m_changed && ::setresuid(m_user, m_user, m_user) != 0)
            qFatal("the test's own rights could not be had back");
    }

  private:
    static constexpr uid_t nobody = 65534;
    uid_t m_user;
    bool m_changed = false;
};

} // namespace relaydesk
