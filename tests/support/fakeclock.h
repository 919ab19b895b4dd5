// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A clock that stands still until a test moves it.
#pragma once
#include "models/domain/clock.h"

namespace relaydesk {

class FakeClock : public Clock {
  public:
    QDateTime now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

  private:
    QDateTime m_now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
};

} // namespace relaydesk
