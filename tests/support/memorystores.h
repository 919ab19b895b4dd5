// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! All stores in memory: for tests that make many thousands of changes, or that want a store to fail.
#pragma once
#include "models/domain/stores.h"
#include <memory>

namespace relaydesk {

//! Answers as the real stores do (one contract test runs against both): rows are numbered from 1, what names a missing
//! row is NotFound, a second open ticket or a second conversation of a session is a Conflict.
class MemoryStores {
  public:
    MemoryStores();
    ~MemoryStores();

    Stores stores();
    //! From now on every write is refused with this, as by a full disk; reading goes on.
    void refuseWrites(const Failure &failure);
    void acceptWrites();

  private:
    struct Rooms;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace relaydesk
