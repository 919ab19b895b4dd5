// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/mentions.h"
#include <algorithm>

namespace relaydesk {

namespace {

//! Whether `name` stands at the beginning of `text` as whole words.
bool startsWith(QStringView text, const QString &name) {
    return !name.isEmpty() && text.startsWith(name, Qt::CaseInsensitive) &&
           (text.size() == name.size() || !text[name.size()].isLetterOrNumber());
}

QString firstName(const Agent &agent) { return agent.name.section(u' ', 0, 0); }

AgentId namedAt(QStringView text, const QVector<Agent> &agents) {
    const Agent *whole = nullptr;
    QVector<AgentId> byFirst;
    for (const Agent &agent : agents) {
        if (startsWith(text, agent.name) && (!whole || agent.name.size() > whole->name.size()))
            whole = &agent;
        if (startsWith(text, firstName(agent)))
            byFirst += agent.id;
    }
    if (whole)
        return whole->id;
    return byFirst.size() == 1 ? byFirst.first() : AgentId{};
}

} // namespace

QVector<AgentId> mentionsIn(const QString &text, const QVector<Agent> &agents) {
    QVector<AgentId> mentioned;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (at > 0 && text[at - 1].isLetterOrNumber())
            continue; // an e-mail address
        const AgentId agent = namedAt(QStringView(text).mid(at + 1), agents);
        if (agent.isValid() && !mentioned.contains(agent))
            mentioned += agent;
    }
    return mentioned;
}

} // namespace relaydesk
