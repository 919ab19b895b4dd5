// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/migrations.h"
#include "app/storage/sqliteconnection.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <unistd.h>

namespace relaydesk {

namespace {

const auto versionQuery = QStringLiteral("PRAGMA user_version");

QString freeName(const QString &wanted) {
    QString name = wanted;
    for (int number = 2; QFile::exists(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

bool reachedTheDisk(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && ::fsync(file.handle()) == 0;
}

Result<void> runSteps(SqliteConnection &connection, MigrationSteps steps, qint64 version) {
    for (const MigrationStep &step : steps) {
        if (step.version <= version)
            continue;
        for (const char *statement : step.statements)
            RELAYDESK_TRY(connection.execute(QString::fromUtf8(statement)));
    }
    RELAYDESK_TRY(connection.execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)));
    return connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(newestVersion(steps)));
}

//! Foreign keys are off while the steps run, so that one may build a table anew: looked at in the end instead.
Result<void> referencesHold(SqliteConnection &connection) {
    const Result<qint64> broken = connection.number(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check"));
    RELAYDESK_TRY(broken);
    if (*broken == 0)
        return {};
    return failure(ErrorKind::Storage,
                   StorageText::tr("%1 could not be brought up to date: %n row(s) name others that are missing. It was "
                                   "left as it is.",
                                   nullptr, int(*broken))
                       .arg(QDir::toNativeSeparators(connection.path())));
}

Result<void> migrateInside(SqliteConnection &connection, MigrationSteps steps) {
    const Result<qint64> version = connection.number(versionQuery);
    RELAYDESK_TRY(version);
    RELAYDESK_TRY(refuseNewer(connection.path(), *version, steps));
    RELAYDESK_TRY(runSteps(connection, steps, *version));
    if (*version > 0)
        RELAYDESK_TRY(referencesHold(connection));
    return connection.execute(QStringLiteral("COMMIT"));
}

} // namespace

Result<void> refuseNewer(const QString &path, qint64 version, MigrationSteps steps) {
    if (version <= newestVersion(steps))
        return {};
    return failure(ErrorKind::Storage,
                   StorageText::tr("%1 was written by a newer Relaydesk (its version is %2, this one knows %3). It was "
                                   "left as it is. Open it with the newer program.")
                       .arg(QDir::toNativeSeparators(path))
                       .arg(version)
                       .arg(newestVersion(steps)));
}

Result<QString> copyBefore(SqliteConnection &connection, int version) {
    const QString copy = freeName(QStringLiteral("%1.before-v%2").arg(connection.path()).arg(version));
    const QString partial = copy + QStringLiteral(".partial");
    QFile::remove(partial);
    const Result<SqliteAnswer> made = connection.run(QStringLiteral("VACUUM INTO ?"), {partial});
    if (made && reachedTheDisk(partial) && QFile::rename(partial, copy))
        return copy;
    QFile::remove(partial);
    return failure(
        ErrorKind::Storage,
        StorageText::tr("%1 is of an older version, and the copy to keep of it could not be written. Nothing "
                        "was changed. Make room on the disk and start again.")
            .arg(QDir::toNativeSeparators(connection.path())));
}

Result<void> migrate(SqliteConnection &connection, MigrationSteps steps, bool keepCopy) {
    const Result<qint64> version = connection.number(versionQuery);
    RELAYDESK_TRY(version);
    RELAYDESK_TRY(refuseNewer(connection.path(), *version, steps));
    if (*version == newestVersion(steps))
        return {};
    if (keepCopy && *version > 0)
        RELAYDESK_TRY(copyBefore(connection, newestVersion(steps)));
    RELAYDESK_TRY(connection.execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
    RELAYDESK_TRY(connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
    const Result<void> outcome = migrateInside(connection, steps);
    if (!outcome)
        (void)connection.execute(QStringLiteral("ROLLBACK"));
    (void)connection.execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    return outcome;
}

} // namespace relaydesk
