// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The other half of ticketquerytext.h: a query written as the text it would be read from.
#include "models/items/querykeys.h"
#include "models/items/querymoment.h"
#include "models/items/querytokens.h"
#include "models/items/ticketquerytext.h"

namespace relaydesk {

namespace {

QString part(QueryKey key, const QString &value) { return keyOf(key) + QLatin1Char(':') + value; }

template <typename Enum>
void addAll(QStringList &parts, QueryKey key, const QVector<Enum> &values) {
    for (const Enum value : values)
        parts.append(part(key, keyOf(value)));
}

void addStates(QStringList &parts, const TicketQuery &query) {
    if (query.statuses == QVector{TicketStatus::Waiting, TicketStatus::Claimed})
        parts.append(part(QueryKey::Is, keyOf(QueryIs::Open)));
    else
        addAll(parts, QueryKey::Is, query.statuses);
    if (query.isMine)
        parts.append(part(QueryKey::Is, keyOf(QueryIs::Mine)));
    if (query.isUnassigned)
        parts.append(part(QueryKey::Is, keyOf(QueryIs::Unassigned)));
    if (query.isSnoozed)
        parts.append(part(QueryKey::Is, keyOf(*query.isSnoozed ? QueryIs::Snoozed : QueryIs::Awake)));
    if (query.withMerged)
        parts.append(part(QueryKey::Is, keyOf(QueryIs::Merged)));
}

QString confidenceText(const TicketQuery &query) {
    const auto number = [](double value) { return QString::number(value, 'g', 12); };
    if (query.confidenceAbove && query.confidenceBelow)
        return number(*query.confidenceAbove) + QStringLiteral("..") + number(*query.confidenceBelow);
    return query.confidenceBelow ? QLatin1Char('<') + number(*query.confidenceBelow)
                                 : QLatin1Char('>') + number(*query.confidenceAbove);
}

void addRanges(QStringList &parts, const TicketQuery &query) {
    if (query.openedFrom.isValid())
        parts.append(part(QueryKey::After, queryMomentText(query.openedFrom)));
    if (query.openedTo.isValid())
        parts.append(part(QueryKey::Before, queryMomentText(query.openedTo)));
    if (query.confidenceAbove || query.confidenceBelow)
        parts.append(part(QueryKey::Confidence, confidenceText(query)));
}

//! The words come last, where one that is still being typed has to stand.
void addWords(QStringList &parts, const SearchWords &text) {
    for (const QString &phrase : text.phrases)
        parts.append(QStringLiteral("\"%1\"").arg(phrase));
    for (const QString &word : text.words) {
        const QVector<QueryToken> read = queryTokens(word);
        const bool isWord = read.size() == 1 && read.first().key.isEmpty() && !read.first().isQuoted;
        parts.append(isWord && !word.startsWith(u'#') ? word : QStringLiteral("\"%1\"").arg(word));
    }
    if (!text.words.isEmpty() && !text.isUnfinished)
        parts.append(QString());
}

} // namespace

QString ticketQueryText(const TicketQuery &query) {
    QStringList parts;
    if (query.ticket.isValid())
        parts.append(QStringLiteral("#%1").arg(query.ticket.value));
    addStates(parts, query);
    if (!query.customer.isEmpty())
        parts.append(part(QueryKey::From, quotedValue(query.customer)));
    if (!query.agent.isEmpty())
        parts.append(part(QueryKey::Agent, quotedValue(query.agent)));
    addAll(parts, QueryKey::Reason, query.reasons);
    addAll(parts, QueryKey::Priority, query.priorities);
    for (const QString &tag : query.tags)
        parts.append(part(QueryKey::Tag, quotedValue(tag)));
    addRanges(parts, query);
    if (query.sort != TicketSort::NextDeadline)
        parts.append(part(QueryKey::Sort, keyOf(query.sort)));
    addWords(parts, query.text);
    return parts.join(QLatin1Char(' '));
}

} // namespace relaydesk
