// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the learner proposed, as rows.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteProposalStore : public ProposalStore {
  public:
    explicit SqliteProposalStore(SqliteDatabase &database) : m_database(database) {}

    Result<ProposalId> save(const Proposal &proposal) override;
    Result<Proposal> proposal(ProposalId id) const override;
    Result<QVector<Proposal>> proposals(TicketId ticket, std::optional<ProposalStatus> status) const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
