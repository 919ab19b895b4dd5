// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every store does with a row of its own: save it under its number, and say what is missing.
#pragma once
#include "app/storage/sqlitedatabase.h"
#include "models/domain/ids.h"

namespace relaydesk {

//! Inserts where `id` is invalid, else updates the row of that number (the last value of `update`). Answers the number.
template <typename Tag>
Result<Id<Tag>> saveRow(SqliteDatabase &database, Id<Tag> id, const QString &insert, const QString &update,
                        const QVariantList &values, Failure (*missing)(Id<Tag>)) {
    if (!id.isValid()) {
        const Result<qint64> number = database.insert(insert, values);
        RELAYDESK_TRY(number);
        return Id<Tag>{*number};
    }
    const Result<int> rows = database.change(update, values + QVariantList{id.value});
    RELAYDESK_TRY(rows);
    if (*rows == 0)
        return tl::unexpected<Failure>(missing(id));
    return id;
}

//! The value that was found, or what to say where there is none.
template <typename Value>
Result<Value> theOne(Result<std::optional<Value>> &&found, const Failure &missing) {
    RELAYDESK_TRY(found);
    if (!*found)
        return tl::unexpected<Failure>(missing);
    return std::move(**found);
}

} // namespace relaydesk
