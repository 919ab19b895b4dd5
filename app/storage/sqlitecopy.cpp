// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitecopy.h"
#include <QtCore/QFile>
#include <sqlite3.h>

namespace relaydesk {

namespace {

constexpr int pagesAtOnce = 256; //!< a megabyte, as the program's databases have it

//! Everything read from here on is of one moment, so that what others write does not begin the copy anew.
class Moment {
  public:
    explicit Moment(SqliteConnection &connection) : m_connection(connection) {
        m_isHeld = connection.execute(QStringLiteral("BEGIN")).has_value() &&
                   connection.number(QStringLiteral("SELECT count(*) FROM sqlite_master")).has_value();
    }
    ~Moment() { static_cast<void>(m_connection.execute(QStringLiteral("ROLLBACK"))); }
    Q_DISABLE_COPY_MOVE(Moment)
    bool isHeld() const { return m_isHeld; }

  private:
    SqliteConnection &m_connection;
    bool m_isHeld = false;
};

Copied copyInto(sqlite3 *to, sqlite3 *from, const std::function<bool(int, int)> &progress) {
    sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
    if (!copy)
        return Copied::Failed;
    int code = SQLITE_OK;
    bool isWanted = true;
    while (code == SQLITE_OK && isWanted) {
        code = sqlite3_backup_step(copy, pagesAtOnce);
        const int all = sqlite3_backup_pagecount(copy);
        isWanted = progress(all - sqlite3_backup_remaining(copy), all);
    }
    const bool isWhole = sqlite3_backup_finish(copy) == SQLITE_OK && code == SQLITE_DONE;
    return !isWanted ? Copied::LeftOff : isWhole ? Copied::Whole : Copied::Failed;
}

} // namespace

Copied copyPages(SqliteConnection &from, const QString &file, const std::function<bool(int done, int all)> &progress) {
    const Moment moment(from);
    sqlite3 *to = nullptr;
    Copied copied = Copied::Failed;
    if (moment.isHeld() && sqlite3_open_v2(QFile::encodeName(file).constData(), &to,
                                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) == SQLITE_OK)
        copied = copyInto(to, from.native(), progress);
    // One file, without a log beside it, until it is opened.
    if (copied == Copied::Whole && sqlite3_exec(to, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr))
        copied = Copied::Failed;
    return sqlite3_close(to) == SQLITE_OK ? copied : Copied::Failed;
}

} // namespace relaydesk
