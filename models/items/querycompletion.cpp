// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the search field offers while somebody types: completeTicketQuery() of ticketquerytext.h.
#include "models/items/querykeys.h"
#include "models/items/querytokens.h"
#include "models/items/ticketquerytext.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostOffers = 20;

QueryToken tokenAt(const QString &text, int cursor) {
    const QVector<QueryToken> tokens = queryTokens(text.left(cursor));
    if (!tokens.isEmpty() && tokens.last().where.start + tokens.last().where.length == cursor &&
        !(tokens.last().isQuoted && tokens.last().isClosed))
        return tokens.last();
    return {.where = {cursor, 0}};
}

//! All of the word under the cursor is replaced, also what stands behind it.
TextSpan wordAround(const QString &text, const QueryToken &token) {
    int end = token.where.start + token.where.length;
    while (!token.isQuoted && end < text.size() && !text[end].isSpace())
        ++end;
    return {token.where.start, end - token.where.start};
}

QVector<QueryCompletion> keysBeginningWith(const QString &beginning) {
    QVector<QueryCompletion> offers;
    for (const auto &name : Names<QueryKey>::all) {
        const QString key = QString::fromLatin1(name.key);
        if (key.startsWith(beginning, Qt::CaseInsensitive))
            offers.append({key + QLatin1Char(':'), keyHint(name.value)});
    }
    return offers;
}

std::optional<SearchField> fieldOf(QueryKey key) {
    switch (key) {
    case QueryKey::From:
        return SearchField::Customer;
    case QueryKey::Agent:
        return SearchField::Agent;
    case QueryKey::Tag:
        return SearchField::Tag;
    default:
        return std::nullopt;
    }
}

Result<QStringList> valuesOf(QueryKey key, const QString &beginning, const SearchStore &search) {
    QStringList values;
    for (const QString &value : fixedValues(key)) {
        if (value.startsWith(beginning, Qt::CaseInsensitive))
            values.append(value);
    }
    if (const auto field = fieldOf(key)) {
        const auto stored = search.completions(*field, beginning, mostOffers);
        RELAYDESK_TRY(stored);
        values += *stored;
    }
    return values.mid(0, mostOffers);
}

} // namespace

Result<QueryCompletions> completeTicketQuery(const QString &text, int cursor, const SearchStore &search) {
    const QueryToken token = tokenAt(text, std::clamp(cursor, 0, int(text.size())));
    QueryCompletions completions{wordAround(text, token), {}};
    if (token.key.isEmpty()) {
        if (!token.isQuoted)
            completions.offers = keysBeginningWith(token.value);
        return completions;
    }
    const QString name = token.key == QLatin1String("customer") ? keyOf(QueryKey::From) : token.key;
    const auto key = fromKey<QueryKey>(name);
    if (!key)
        return completions;
    const auto values = valuesOf(*key, token.value, search);
    RELAYDESK_TRY(values);
    for (const QString &value : *values)
        completions.offers.append({QStringLiteral("%1:%2 ").arg(token.key, quotedValue(value)), keyHint(*key)});
    return completions;
}

} // namespace relaydesk
