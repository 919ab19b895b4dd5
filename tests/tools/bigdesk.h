// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Years of work of a busy desk, made up in a few minutes: the same plan makes the same database.
#pragma once
#include "app/storage/sqlitestores.h"

namespace relaydesk {

struct BigDeskPlan {
    quint64 seed = 1;
    int messages = 1'000'000;
    int tickets = 50'000;
    int openTickets = 300;
    int longest = 20'000; //!< messages of the conversation of the newest open ticket
    int articles = 10'000;
    QDateTime end = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
};

//! Fills an empty database, with its search index.
Result<void> makeBigDesk(SqliteStores &stores, const BigDeskPlan &plan);

//! Of the numbers of rows, the lengths of their texts and their times: equal for databases made by equal plans.
Result<QByteArray> bigDeskDigest(SqliteStores &stores);

//! A word as frequent as the `rank`-th of the language (1: in nearly every message), as bigDesk's customers use it.
QString bigDeskWord(int rank);

} // namespace relaydesk
