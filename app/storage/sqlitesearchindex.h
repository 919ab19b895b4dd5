// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The index of words: made with the tables it is computed from, kept up by whoever writes them, filled up from behind.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

class SqliteDatabase;

//! What is indexed. The numbers in the index are those of the rows: messages, events, articles, customers.
enum class SearchCorpus { Messages, Notes, Articles, Customers };

template <>
struct Names<SearchCorpus> {
    static constexpr std::array<Name<SearchCorpus>, 4> all{{{SearchCorpus::Messages, "messages"},
                                                            {SearchCorpus::Notes, "notes"},
                                                            {SearchCorpus::Articles, "articles"},
                                                            {SearchCorpus::Customers, "customers"}}};
};

//! Derived data: has a version of its own, and is thrown away and built anew instead of migrated. Rows written after
//! prepare() are put in by the stores, in the transaction of the row; those before it by buildMore(), newest first, so
//! that an old database opens at once and finds the newest first.
class SqliteSearchIndex {
  public:
    explicit SqliteSearchIndex(SqliteDatabase &database) : m_database(database) {}

    //! Makes the empty index where there is none, or none of this version. For the one who may write the database.
    Result<void> prepare();
    //! Puts the text of a row in, or, of an article or a customer, in the place of what it said before.
    Result<void> put(SearchCorpus corpus, qint64 id, const QString &text);
    //! Puts in about as many as `most` rows that were there before the index, in one transaction. Answers whether there
    //! may be more.
    Result<bool> buildMore(int most);
    //! The words that others are corrected to; see gatherWords().
    Result<void> gatherWords();
    Result<IndexState> state() const;

  private:
    Result<bool> isPrepared() const;
    Result<void> make();
    Result<bool> buildMore(SearchCorpus corpus, int most);

    SqliteDatabase &m_database;
};

//! "search_messages" …
QString searchTable(SearchCorpus corpus);

} // namespace relaydesk
