// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitesearchstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitehits.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitespelling.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/ticketconditions.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostCustomers = 2000; //!< that are looked at for completions

TicketId takeTicketId(SqliteRow &row) { return row.id<TicketId>(); }

int takeCount(SqliteRow &row) { return row.number(); }

QString takeName(SqliteRow &row) { return row.text(); }

QStringList takeTags(SqliteRow &row) { return row.texts(); }

Agent takeAgent(SqliteRow &row) { return {row.id<AgentId>(), row.text()}; }

//! Whether the words of a name begin with those of `typed`, in any order.
bool isNamed(const QString &name, const QString &typed) {
    const QVector<SearchToken> words = searchTokens(name);
    const QVector<SearchToken> wanted = searchTokens(typed);
    return std::all_of(wanted.begin(), wanted.end(), [&](const SearchToken &token) {
        return std::any_of(words.begin(), words.end(),
                           [&](const SearchToken &word) { return word.word.startsWith(token.word); });
    });
}

Result<QVector<Agent>> agentsNamed(const SqliteDatabase &database, const QString &typed) {
    auto agents = database.all(QStringLiteral("SELECT id, name FROM agents"), {}, takeAgent);
    if (agents)
        agents->removeIf([&](const Agent &agent) { return !isNamed(agent.name, typed); });
    return agents;
}

Result<QVector<AgentId>> agentsMeant(const SqliteDatabase &database, const QString &typed) {
    QVector<AgentId> ids;
    if (typed.isEmpty())
        return ids;
    const auto agents = agentsNamed(database, typed);
    RELAYDESK_TRY(agents);
    for (const Agent &agent : *agents)
        ids.append(agent.id);
    return ids;
}

Result<SqliteConditions> conditionsOf(const SqliteDatabase &database, const TicketQuery &query, const Viewer &viewer,
                                      bool hasIndex) {
    const auto agents = agentsMeant(database, query.agent);
    RELAYDESK_TRY(agents);
    return ticketConditions(query, viewer, *agents, hasIndex);
}

Result<bool> isCut(const SqliteDatabase &database, const SearchWords &text) {
    const QString expression = matchExpression(tokenRuns(text));
    if (expression.isEmpty())
        return false;
    const auto places = database.first(
        QStringLiteral(
            "SELECT count(*) FROM (SELECT rowid FROM search_messages WHERE search_messages MATCH ? LIMIT ?)"),
        boundAll(expression, mostTextPlaces + 1), takeCount);
    RELAYDESK_TRY(places);
    return places->value_or(0) > mostTextPlaces;
}

QStringList sorted(QStringList values, int most) {
    std::sort(values.begin(), values.end(), [](const QString &one, const QString &other) {
        const int order = one.compare(other, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : one < other;
    });
    values.removeDuplicates();
    return values.mid(0, std::max(0, most));
}

Result<QString> respelledText(const SqliteDatabase &database, const QString &text, bool isBeginning, bool &changed) {
    const QVector<SearchToken> tokens = searchTokens(text.left(200));
    QString corrected = text;
    for (qsizetype i = tokens.size() - 1; i >= 0; --i) {
        const auto closest = closestWord(database, tokens[i].word, isBeginning && i + 1 == tokens.size());
        RELAYDESK_TRY(closest);
        if (closest->isEmpty())
            continue;
        corrected.replace(tokens[i].where.start, tokens[i].where.length, shownWord(*closest));
        changed = true;
    }
    return corrected;
}

} // namespace

Result<TicketMatches> SqliteSearchStore::tickets(const TicketQuery &query, const Viewer &viewer) const {
    const auto index = state();
    RELAYDESK_TRY(index);
    const bool hasIndex = index->kind != IndexState::Missing;
    const auto conditions = conditionsOf(m_database, query, viewer, hasIndex);
    RELAYDESK_TRY(conditions);
    const auto ids =
        m_database.all(QStringLiteral("SELECT id FROM tickets") + conditions->where() + ticketOrder(query.sort),
                       conditions->values(), takeTicketId);
    RELAYDESK_TRY(ids);
    const auto cut = hasIndex ? isCut(m_database, query.text) : false;
    RELAYDESK_TRY(cut);
    return TicketMatches{*ids, *cut};
}

Result<int> SqliteSearchStore::count(const TicketQuery &query, const Viewer &viewer) const {
    const auto index = state();
    RELAYDESK_TRY(index);
    const auto conditions = conditionsOf(m_database, query, viewer, index->kind != IndexState::Missing);
    RELAYDESK_TRY(conditions);
    const auto found = m_database.first(QStringLiteral("SELECT count(*) FROM tickets") + conditions->where(),
                                        conditions->values(), takeCount);
    RELAYDESK_TRY(found);
    return found->value_or(0);
}

Result<HitPage> SqliteSearchStore::hits(const HitQuery &query) const {
    const auto index = state();
    RELAYDESK_TRY(index);
    return index->kind == IndexState::Missing ? Result<HitPage>() : readHitPage(m_database, query);
}

Result<std::optional<SearchWords>> SqliteSearchStore::respelled(const SearchWords &text) const {
    const auto index = state();
    RELAYDESK_TRY(index);
    if (index->kind == IndexState::Missing)
        return std::optional<SearchWords>();
    SearchWords corrected = text;
    bool changed = false;
    for (QString &phrase : corrected.phrases) {
        const auto other = respelledText(m_database, phrase, false, changed);
        RELAYDESK_TRY(other);
        phrase = *other;
    }
    for (QString &word : corrected.words) {
        const bool isBeginning = text.isUnfinished && &word == &corrected.words.last();
        const auto other = respelledText(m_database, word, isBeginning, changed);
        RELAYDESK_TRY(other);
        word = *other;
    }
    return changed ? std::optional(corrected) : std::nullopt;
}

Result<QStringList> SqliteSearchStore::completions(SearchField field, const QString &beginning, int most) const {
    QStringList values;
    if (field == SearchField::Agent) {
        const auto agents = agentsNamed(m_database, beginning);
        RELAYDESK_TRY(agents);
        for (const Agent &agent : *agents)
            values.append(agent.name);
    } else if (field == SearchField::Tag) {
        const auto lists =
            m_database.all(QStringLiteral("SELECT DISTINCT tags FROM tickets WHERE tags <> '[]'"), {}, takeTags);
        RELAYDESK_TRY(lists);
        for (const QStringList &tags : *lists)
            values += tags.filter(beginning, Qt::CaseInsensitive);
        values.removeIf([&](const QString &tag) { return !tag.startsWith(beginning, Qt::CaseInsensitive); });
    } else {
        const auto index = state();
        RELAYDESK_TRY(index);
        const QString expression = matchExpression(beginnings(beginning));
        if (index->kind == IndexState::Missing)
            return QStringList();
        const auto found = expression.isEmpty() ? QStringLiteral("ORDER BY id DESC LIMIT ?")
                                                : QStringLiteral("WHERE id IN (SELECT rowid FROM search_customers WHERE"
                                                                 " search_customers MATCH ? LIMIT ?)");
        QVariantList bounds = boundAll(mostCustomers);
        if (!expression.isEmpty())
            bounds.prepend(expression);
        const auto names =
            m_database.all(QStringLiteral("SELECT CASE name WHEN '' THEN email ELSE name END FROM customers ") + found,
                           bounds, takeName);
        RELAYDESK_TRY(names);
        values = QStringList(*names);
    }
    values.removeAll(QString());
    return sorted(values, most);
}

Result<IndexState> SqliteSearchStore::state() const { return SqliteSearchIndex(m_database).state(); }

} // namespace relaydesk
