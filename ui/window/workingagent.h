// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who works in a window: takes another name, comes and goes.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/remote.h"

namespace relaydesk {

class WorkingAgent : public QObject {
    Q_OBJECT

  public:
    WorkingAgent(Remote<Desk> desk, const Agent &agent, QObject *parent);
    const Agent &agent() const { return m_agent; }
    void chooseName(const QString &name);
    void chooseAvailability(bool available);

  signals:
    void chosen(const relaydesk::Agent &agent);  //!< another one, on disk
    void changed(const relaydesk::Agent &agent); //!< to be shown, also where it stayed as it was
    void failed(const relaydesk::Failure &failure);

  private:
    Remote<Desk> m_desk;
    Agent m_agent;
};

} // namespace relaydesk
