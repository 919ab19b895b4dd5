// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One database file with all its stores: what the program opens, and what a window opens a second time to read.
#pragma once
#include "app/storage/sqliteaccessstore.h"
#include "app/storage/sqlitearticlestore.h"
#include "app/storage/sqliteconversationstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitederivedstore.h"
#include "app/storage/sqliteeventstore.h"
#include "app/storage/sqlitepeoplestore.h"
#include "app/storage/sqliteproposalstore.h"
#include "app/storage/sqliterequestlog.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitesearchstore.h"
#include "app/storage/sqlitesettingstore.h"
#include "app/storage/sqliteticketstore.h"
#include "app/storage/sqliteunitofwork.h"

namespace relaydesk {

class SqliteStores {
  public:
    //! As SqliteDatabase::open() with today's schema. Used by the thread that opens it, and by no other.
    static Result<std::unique_ptr<SqliteStores>> open(const QString &path, OpenMode mode, int waitMs = 0);

    Stores stores() {
        return {m_people, m_conversations, m_tickets, m_articles,  m_proposals,
                m_events, m_settings,      m_derived, m_unitOfWork};
    }
    RequestLog &requestLog() { return m_requestLog; }
    AccessStore &access() { return m_access; }
    const SearchStore &search() const { return m_search; }
    SqliteSearchIndex searchIndex() { return SqliteSearchIndex(*m_database); }
    SqliteDatabase &database() { return *m_database; }
    //! Held since a ReadWrite opening. Two programs on one file take turns: release() after a turn, acquire() before
    //! the next, then ask ArticleStore::revision() whether the other changed what is known.
    WriteLock &writeLock() { return m_database->writeLock(); }

  private:
    explicit SqliteStores(std::unique_ptr<SqliteDatabase> database) : m_database(std::move(database)) {}

    std::unique_ptr<SqliteDatabase> m_database;
    SqlitePeopleStore m_people{*m_database};
    SqliteConversationStore m_conversations{*m_database};
    SqliteTicketStore m_tickets{*m_database};
    SqliteArticleStore m_articles{*m_database};
    SqliteProposalStore m_proposals{*m_database};
    SqliteEventStore m_events{*m_database};
    SqliteSettingStore m_settings{*m_database};
    SqliteDerivedStore m_derived{*m_database};
    SqliteUnitOfWork m_unitOfWork{*m_database};
    SqliteRequestLog m_requestLog{*m_database};
    SqliteAccessStore m_access{*m_database};
    SqliteSearchStore m_search{*m_database};
};

} // namespace relaydesk
