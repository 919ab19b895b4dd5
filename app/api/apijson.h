// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How the desk's values look in the API's JSON, in one place.
#pragma once
#include "models/analytics/figuresbetween.h"
#include "models/domain/proposal.h"
#include "models/domain/stores.h"
#include "models/domain/verdict.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <algorithm>

namespace relaydesk {

QByteArray compact(const QJsonObject &object);
QJsonValue timeJson(const QDateTime &time); //!< ISO 8601 in UTC; null where it is not set

//! user, assistant, agent or system, as the first version named them.
QString roleOf(Author author);
//! `agents`: names by number.
QJsonObject messageJson(const Message &message, const QHash<AgentId, QString> &agents);
QJsonArray choicesJson(const QVector<Choice> &choices);
QJsonObject conversationJson(const Conversation &conversation, const QHash<AgentId, QString> &agents);
QJsonObject verdictCard(const Verdict &verdict); //!< confidence, base, factors, sources, bar, reason, reasonText
QJsonObject articleJson(const Article &article);
QJsonObject lessonJson(const Proposal &proposal);
QJsonObject eventJson(const Event &event);

Result<QHash<AgentId, QString>> agentNames(const PeopleStore &people);
//! With the whole conversation, and for `notes` the agents' notes.
Result<QJsonObject> ticketJson(const Ticket &ticket, const Stores &stores, bool notes);

//! The part of `all` after the one numbered `after` (from the start for 0), at most `most`; `next` is set to the number
//! of the last one where more follow. Where that one is not among them any more, those made after it follow, or with
//! `newestFirst` before it.
template <typename Value>
QVector<Value> page(const QVector<Value> &all, qint64 after, int most, qint64 &next, bool newestFirst = false) {
    const auto follows = [&](const Value &value) {
        return newestFirst ? value.id.value < after : value.id.value > after;
    };
    auto from = std::find_if(all.begin(), all.end(), [&](const Value &value) { return value.id.value == after; });
    if (from != all.end())
        ++from;
    else if (after <= 0)
        from = all.begin();
    else
        from = std::find_if(all.begin(), all.end(), follows);
    const QVector<Value> part = all.mid(from - all.begin(), most);
    next = all.end() - from > part.size() && !part.isEmpty() ? part.last().id.value : 0;
    return part;
}

} // namespace relaydesk
