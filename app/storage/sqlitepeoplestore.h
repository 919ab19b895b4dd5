// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Customers and agents, as rows.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqlitePeopleStore : public PeopleStore {
  public:
    explicit SqlitePeopleStore(SqliteDatabase &database) : m_database(database) {}

    Result<CustomerId> save(const Customer &customer) override;
    Result<Customer> customer(CustomerId id) const override;
    Result<AgentId> save(const Agent &agent) override;
    Result<Agent> agent(AgentId id) const override;
    Result<QVector<Agent>> agents() const override;
    Result<QVector<Customer>> samePerson(CustomerId id) const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
