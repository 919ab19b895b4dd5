// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/ticketconditions.h"
#include "app/storage/matchexpression.h"
#include "app/storage/sqlitevalues.h"
#include <QtCore/QJsonDocument>

namespace relaydesk {

namespace {

const auto nothing = QStringLiteral("0");

template <typename Enum>
QVariantList wordsOf(const QVector<Enum> &values) {
    QVariantList words;
    for (const Enum value : values)
        words.append(bound(value));
    return words;
}

void addWho(SqliteConditions &conditions, const TicketQuery &query, const Viewer &viewer,
            const QVector<AgentId> &agents) {
    if (query.isMine)
        conditions.add(QStringLiteral("agent = ?"), viewer.agent.value);
    if (query.isUnassigned)
        conditions.add(QStringLiteral("agent IS NULL"));
    if (query.agent.isEmpty())
        return;
    QVariantList ids;
    for (const AgentId id : agents)
        ids.append(id.value);
    if (ids.isEmpty())
        conditions.add(nothing);
    conditions.addOneOf(QStringLiteral("agent"), ids);
}

void addRanges(SqliteConditions &conditions, const TicketQuery &query) {
    if (query.openedFrom.isValid())
        conditions.add(QStringLiteral("opened_at >= ?"), bound(query.openedFrom));
    if (query.openedTo.isValid())
        conditions.add(QStringLiteral("opened_at < ?"), bound(query.openedTo));
    if (query.confidenceAbove)
        conditions.add(QStringLiteral("confidence > ?"), *query.confidenceAbove);
    if (query.confidenceBelow)
        conditions.add(QStringLiteral("confidence < ?"), *query.confidenceBelow);
}

//! A tag as it stands in the list of them, with its quotation marks: no tag is a part of another then.
QVariant listedTag(const QString &tag) {
    const QByteArray list = QJsonDocument(QJsonArray{tag}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

void addCustomer(SqliteConditions &conditions, const QString &customer, bool hasIndex) {
    const QString expression = matchExpression(beginnings(customer));
    if (customer.isEmpty())
        return;
    if (!hasIndex || expression.isEmpty())
        conditions.add(nothing);
    else
        conditions.add(
            QStringLiteral("conversation IN (SELECT id FROM conversations WHERE customer IN (SELECT rowid FROM"
                           " search_customers WHERE search_customers MATCH ?))"),
            expression);
}

void addText(SqliteConditions &conditions, const SearchWords &text, bool hasIndex) {
    const QString expression = matchExpression(tokenRuns(text));
    if (expression.isEmpty())
        return;
    if (!hasIndex)
        return conditions.add(nothing);
    const auto said = QStringLiteral("(conversation IN (SELECT messages.conversation FROM (SELECT rowid AS place FROM"
                                     " search_messages WHERE search_messages MATCH ? ORDER BY rowid DESC LIMIT %1)"
                                     " CROSS JOIN messages INDEXED BY messages_places ON messages.id = place)"
                                     " OR id IN (SELECT events.ticket FROM (SELECT rowid AS place FROM search_notes"
                                     " WHERE search_notes MATCH ? ORDER BY rowid DESC LIMIT %1)"
                                     " CROSS JOIN events ON events.id = place WHERE events.ticket IS NOT NULL))")
                          .arg(mostTextPlaces);
    conditions.add(said, {expression, expression});
}

} // namespace

SqliteConditions ticketConditions(const TicketQuery &query, const Viewer &viewer, const QVector<AgentId> &agents,
                                  bool hasIndex) {
    SqliteConditions conditions;
    if (query.ticket.isValid())
        conditions.add(QStringLiteral("id = ?"), query.ticket.value);
    conditions.addOneOf(QStringLiteral("status"), wordsOf(query.statuses));
    conditions.addOneOf(QStringLiteral("category"), wordsOf(query.reasons));
    conditions.addOneOf(QStringLiteral("priority"), wordsOf(query.priorities));
    addWho(conditions, query, viewer, agents);
    addRanges(conditions, query);
    for (const QString &tag : query.tags)
        conditions.add(QStringLiteral("instr(tags, ?) > 0"), listedTag(tag));
    if (query.isSnoozed)
        conditions.add(*query.isSnoozed ? QStringLiteral("snoozed_until > ?")
                                        : QStringLiteral("coalesce(snoozed_until, 0) <= ?"),
                       bound(viewer.now));
    if (!query.withMerged)
        conditions.add(QStringLiteral("merged_into IS NULL"));
    addCustomer(conditions, query.customer, hasIndex);
    addText(conditions, query.text, hasIndex);
    return conditions;
}

QString ticketOrder(TicketSort sort) {
    const auto open = QStringLiteral("status IN ('waiting', 'claimed') DESC");
    const auto urgent = QStringLiteral("CASE WHEN status NOT IN ('waiting', 'claimed') THEN 4 ELSE CASE priority"
                                       " WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'normal' THEN 2 ELSE 3 END END");
    switch (sort) {
    case TicketSort::Newest:
        return QStringLiteral(" ORDER BY opened_at DESC, id DESC");
    case TicketSort::WaitingLongest:
        return QStringLiteral(" ORDER BY %1, opened_at, id").arg(open);
    case TicketSort::Priority:
    case TicketSort::NextDeadline:
        return QStringLiteral(" ORDER BY %1, opened_at, id").arg(urgent);
    }
    return {};
}

} // namespace relaydesk
