// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Fills the search index of an old database while the desk works: in small steps, on a thread and a connection of its
//! own.
#pragma once
#include <QtCore/QString>
#include <atomic>
#include <memory>

class QThread;

namespace relaydesk {

//! Begins at once and ends by itself when all is in. How far it is stands in SearchStore::state(). A step that fails
//! (the database is busy, the disk full) is tried again after a pause.
class SearchIndexing {
  public:
    //! The database is open for writing already, in this process.
    explicit SearchIndexing(QString database);
    ~SearchIndexing(); //!< stops after the step that runs; the next program goes on there
    Q_DISABLE_COPY_MOVE(SearchIndexing)

  private:
    void build(const QString &database) const;

    std::atomic<bool> m_isStopped = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace relaydesk
