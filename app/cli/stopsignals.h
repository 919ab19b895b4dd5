// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tells of the signals by which a program is asked to end (SIGTERM, SIGINT), in the event loop.
#pragma once
#include <QtCore/QObject>

namespace relaydesk {

//! One at a time. The second signal ends the program at once.
class StopSignals : public QObject {
    Q_OBJECT

  public:
    StopSignals();
    ~StopSignals() override;

  signals:
    void wanted();
};

} // namespace relaydesk
