// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Looks for tickets by what is known of them, and for words in the index.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteSearchStore : public SearchStore {
  public:
    explicit SqliteSearchStore(SqliteDatabase &database) : m_database(database) {}

    Result<TicketMatches> tickets(const TicketQuery &query, const Viewer &viewer) const override;
    Result<int> count(const TicketQuery &query, const Viewer &viewer) const override;
    Result<HitPage> hits(const HitQuery &query) const override;
    Result<std::optional<SearchWords>> respelled(const SearchWords &text) const override;
    Result<QStringList> completions(SearchField field, const QString &beginning, int most) const override;
    Result<IndexState> state() const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
