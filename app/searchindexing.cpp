// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/searchindexing.h"
#include "app/storage/sqlitestores.h"
#include <QtCore/QThread>

namespace relaydesk {

namespace {

constexpr int rowsAtOnce = 1000; //!< some 20 ms, in which the desk cannot write
constexpr int breathMs = 5;      //!< between two steps, in which it can
constexpr int pauseMs = 1000;    //!< after a step that failed

} // namespace

SearchIndexing::SearchIndexing(QString database)
    : m_thread(QThread::create([this, database = std::move(database)] { build(database); })) {
    m_thread->setObjectName(QStringLiteral("indexing"));
    m_thread->start(QThread::LowPriority);
}

SearchIndexing::~SearchIndexing() {
    m_isStopped = true;
    m_thread->wait();
}

void SearchIndexing::build(const QString &database) const {
    const auto stores = SqliteStores::open(database, OpenMode::Beside);
    if (!stores) {
        qWarning("%s", qUtf8Printable(stores.error().sentence));
        return;
    }
    while (!m_isStopped) {
        const auto more = (*stores)->searchIndex().buildMore(rowsAtOnce);
        if (more && !*more) {
            if (const auto gathered = (*stores)->searchIndex().gatherWords(); !gathered)
                qWarning("%s", qUtf8Printable(gathered.error().sentence)); // words are corrected all the same, slower
            return;
        }
        QThread::msleep(more ? breathMs : pauseMs);
    }
}

} // namespace relaydesk
