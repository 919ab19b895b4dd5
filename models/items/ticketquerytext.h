// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The language of the search field: `from:lena is:waiting conf:<0.5 "exact words"`, read into a query and written
//! back.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

//! A part of the text that could not be understood. It is left out of the query; the rest counts.
struct QueryTrouble {
    TextSpan where;
    QString sentence; //!< names the part and says what would be understood
    friend bool operator==(const QueryTrouble &, const QueryTrouble &) = default;
};

struct ReadQuery {
    TicketQuery query;
    QVector<QueryTrouble> troubles;
};

//! Understood are, each with a value that may stand in quotation marks:
//! `from:` (or `customer:`) `agent:` (a name, `me`, `none`) `is:` (`open`, `waiting`, `claimed`, `resolved`,
//! `returned`, `mine`, `unassigned`, `snoozed`, `awake`, `merged`) `reason:` `tag:` `priority:` `before:` `after:`
//! `on:` (a date, `today`, `yesterday`, `3d`, `2w`) `conf:` (`<0.5`, `>0.8`, `0.3..0.6`) `sort:`, `#12`, "exact words"
//! and plain words. Days begin at midnight in the time zone of `now`. Never fails: what makes no sense is a trouble.
ReadQuery readTicketQuery(const QString &text, const QDateTime &now);

//! Text that readTicketQuery() reads into this very query (dates to the minute).
QString ticketQueryText(const TicketQuery &query);

//! What may be put in the place of the word at the cursor.
struct QueryCompletion {
    QString text; //!< with a blank behind where it is complete
    QString hint; //!< in words: "Tickets of this customer"
    friend bool operator==(const QueryCompletion &, const QueryCompletion &) = default;
};

struct QueryCompletions {
    TextSpan replaces;
    QVector<QueryCompletion> offers; //!< best first, at most twenty
};

//! Reads values (customers, agents, tags) from the store: for the reader's thread.
Result<QueryCompletions> completeTicketQuery(const QString &text, int cursor, const SearchStore &search);

} // namespace relaydesk
