// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The right to write one database file, held by one process at a time: a small file beside it names the holder.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QLockFile>

namespace relaydesk {

class WriteLock {
  public:
    //! For the database at `databasePath`; nothing is touched before acquire().
    explicit WriteLock(const QString &databasePath);

    //! Takes the right, waiting at most `waitMs` milliseconds for another holder; that of a dead process is taken over.
    //! Unavailable names who holds it; ReadOnly: the folder cannot be written. Holding it already is success.
    Result<void> acquire(int waitMs = 0);
    void release();
    bool isHeld() const { return m_file.isLocked(); }

  private:
    bool tryOnce();
    Failure refusal() const;
    Failure heldByOther() const;

    QString m_databasePath;
    QLockFile m_file;
};

} // namespace relaydesk
