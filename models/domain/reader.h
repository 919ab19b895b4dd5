// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The stores as seen through a connection of its own that only reads, in a thread of its own.
#pragma once
#include "models/domain/remote.h"
#include "models/domain/search.h"
#include "models/domain/stores.h"
#include <QtCore/QObject>

namespace relaydesk {

class Reader : public QObject {
    Q_OBJECT

  public:
    Reader(const Stores &stores, const SearchStore &search) : m_stores(stores), m_search(search) {}
    const Stores &stores() const { return m_stores; }
    const SearchStore &search() const { return m_search; }

  private:
    Stores m_stores;
    const SearchStore &m_search;
};

//! Two connections, so that what may take its time holds up nothing that must come at once.
struct Readers {
    Remote<Reader> quick;
    Remote<Reader> slow;
};

} // namespace relaydesk
