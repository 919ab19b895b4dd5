// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A search that finds nothing, for tests of what does not search.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

class NoSearch : public SearchStore {
  public:
    Result<TicketMatches> tickets(const TicketQuery &, const Viewer &) const override { return TicketMatches{}; }
    Result<int> count(const TicketQuery &, const Viewer &) const override { return 0; }
    Result<HitPage> hits(const HitQuery &) const override { return HitPage{}; }
    Result<std::optional<SearchWords>> respelled(const SearchWords &) const override {
        return std::optional<SearchWords>();
    }
    Result<QStringList> completions(SearchField, const QString &, int) const override { return QStringList(); }
    Result<IndexState> state() const override { return IndexState{}; }
};

} // namespace relaydesk
