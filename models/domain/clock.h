// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What time it is, so that a test can say.
#pragma once
#include <QtCore/QDateTime>

namespace relaydesk {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; //!< UTC, whole milliseconds
};

} // namespace relaydesk
