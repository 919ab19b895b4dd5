// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitepeoplestore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"

namespace relaydesk {

namespace {

Customer takeCustomer(SqliteRow &row) { return {row.id<CustomerId>(), row.text(), row.text(), row.time()}; }

Agent takeAgent(SqliteRow &row) { return {row.id<AgentId>(), row.text(), row.flag()}; }

Failure noCustomer(CustomerId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no customer %1 in the database.").arg(id.value)};
}

Failure noAgent(AgentId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no agent %1 in the database.").arg(id.value)};
}

} // namespace

Result<CustomerId> SqlitePeopleStore::save(const Customer &customer) {
    const auto insert = QStringLiteral("INSERT INTO customers (name, email, since) VALUES (?, ?, ?)");
    const auto update = QStringLiteral("UPDATE customers SET name = ?, email = ?, since = ? WHERE id = ?");
    CustomerId saved;
    const auto done = m_database.atomically([&]() -> Result<void> {
        const auto id = saveRow(m_database, customer.id, insert, update,
                                boundAll(customer.name, customer.email, customer.since), noCustomer);
        RELAYDESK_TRY(id);
        saved = *id;
        return SqliteSearchIndex(m_database)
            .put(SearchCorpus::Customers, saved.value, customer.name + QLatin1Char(' ') + customer.email);
    });
    RELAYDESK_TRY(done);
    return saved;
}

Result<Customer> SqlitePeopleStore::customer(CustomerId id) const {
    const auto query = QStringLiteral("SELECT id, name, email, since FROM customers WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeCustomer), noCustomer(id));
}

Result<AgentId> SqlitePeopleStore::save(const Agent &agent) {
    const auto insert = QStringLiteral("INSERT INTO agents (name, available) VALUES (?, ?)");
    const auto update = QStringLiteral("UPDATE agents SET name = ?, available = ? WHERE id = ?");
    return saveRow(m_database, agent.id, insert, update, boundAll(agent.name, agent.available), noAgent);
}

Result<Agent> SqlitePeopleStore::agent(AgentId id) const {
    const auto query = QStringLiteral("SELECT id, name, available FROM agents WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeAgent), noAgent(id));
}

Result<QVector<Agent>> SqlitePeopleStore::agents() const {
    return m_database.all(QStringLiteral("SELECT id, name, available FROM agents ORDER BY id"), {}, takeAgent);
}

Result<QVector<Customer>> SqlitePeopleStore::samePerson(CustomerId id) const {
    const Result<Customer> one = customer(id);
    RELAYDESK_TRY(one);
    if (one->email.isEmpty() && one->name.isEmpty())
        return QVector<Customer>{*one};
    const auto alike = one->email.isEmpty() ? QStringLiteral("name = ? COLLATE NOCASE AND email = ''")
                                            : QStringLiteral("email = ? COLLATE NOCASE");
    const auto query = QStringLiteral("SELECT id, name, email, since FROM customers WHERE %1 ORDER BY id").arg(alike);
    return m_database.all(query, boundAll(one->email.isEmpty() ? one->name : one->email), takeCustomer);
}

} // namespace relaydesk
