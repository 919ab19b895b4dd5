// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The stores as seen through a connection of its own that only reads, in a thread of its own.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QObject>

namespace relaydesk {

class Reader : public QObject {
    Q_OBJECT

  public:
    explicit Reader(const Stores &stores) : m_stores(stores) {}
    const Stores &stores() const { return m_stores; }

  private:
    Stores m_stores;
};

} // namespace relaydesk
