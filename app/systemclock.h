// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The machine's clock.
#pragma once
#include "models/domain/clock.h"

namespace relaydesk {

class SystemClock : public Clock {
  public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace relaydesk
