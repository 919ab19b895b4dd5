// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the Tickets page shows, read in the reader's thread: first the numbers of all tickets that fit, then the rows
//! that are looked at.
#pragma once
#include "models/domain/stores.h"
#include "models/items/ticketlistmodel.h"
#include "models/items/ticketquerytext.h"
#include "models/items/ticketviews.h"

namespace relaydesk {

struct ViewAnswer {
    TicketMatches matches;                //!< hand `ids` to TicketTableModel::show()
    QVector<QueryTrouble> troubles;       //!< of the text
    TicketQuery query;                    //!< as understood
    std::optional<SearchWords> respelled; //!< nothing was found as it was written; these words were looked for instead
    IndexState index;
};

//! The tickets that fit `text`, in its order. Where no ticket does and the words are in no index, they are respelled.
Result<ViewAnswer> readView(const Stores &stores, const SearchStore &search, const QString &text, const Viewer &viewer);
//! "Showing results for “refund”."; empty where nothing was respelled.
QString respelledSentence(const std::optional<SearchWords> &respelled);
//! "The search index is being built: 40 %. What is older is not found yet."; empty where it is ready.
QString indexSentence(const IndexState &state);

//! The rows of these tickets, in this order; one that is gone is left out.
Result<QVector<TicketRow>> readRows(const Stores &stores, const QVector<TicketId> &ids, const Viewer &viewer);

//! How many tickets are in each of the views, in their order.
Result<QVector<int>> readViewCounts(const SearchStore &search, const QVector<TicketView> &views, const Viewer &viewer);

struct FoundTexts {
    HitPage page;
    std::optional<SearchWords> respelled;
    IndexState index;
};

//! Messages, notes and articles with these words, newest first; from `below` on for a further page. Where there are
//! none the words are respelled, if they may be.
Result<FoundTexts> readHits(const SearchStore &search, const HitQuery &query, bool mayRespell = true);

} // namespace relaydesk
