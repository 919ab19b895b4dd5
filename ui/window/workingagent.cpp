// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/workingagent.h"

namespace relaydesk {

WorkingAgent::WorkingAgent(Remote<Desk> desk, const Agent &agent, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_agent(agent) {}

void WorkingAgent::chooseName(const QString &name) {
    if (name == m_agent.name)
        return;
    m_desk.ask([name](Desk &desk) { return desk.agentNamed(name); }).then(this, [this](const Result<Agent> &agent) {
        if (!agent) {
            emit failed(agent.error());
            return;
        }
        m_agent = *agent;
        emit changed(m_agent);
        emit chosen(m_agent);
    });
}

void WorkingAgent::chooseAvailability(bool available) {
    m_desk.ask([id = m_agent.id, available](Desk &desk) { return desk.setAvailable(id, available); })
        .then(this, [this, available](const Result<void> &done) {
            if (!done)
                emit failed(done.error());
            else
                m_agent.available = available;
            emit changed(m_agent);
        });
}

} // namespace relaydesk
