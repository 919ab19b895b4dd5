// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the stores in memory keep, and the few rules they share.
#pragma once
#include "models/domain/stores.h"
#include "tests/support/memorytable.h"
#include <algorithm>
#include <limits>

namespace relaydesk {

struct MemoryTables {
    UndoLog undo;
    MemoryTable<CustomerId, Customer> customers{undo};
    MemoryTable<AgentId, Agent> agents{undo};
    MemoryTable<ConversationId, Conversation> conversations{undo};
    MemoryTable<MessageId, Message> messages{undo};
    MemoryTable<TicketId, Ticket> tickets{undo};
    MemoryTable<ArticleId, Article> articles{undo};
    MemoryTable<ProposalId, Proposal> proposals{undo};
    MemoryTable<EventId, Event> events{undo};
    MemoryIndex<ConversationId, MessageId> messagesOf{undo};
    MemoryIndex<ConversationId, EventId> eventsOf{undo};
    MemoryHash<QString, ConversationId> sessions{undo};
    MemoryHash<ConversationId, TicketId> openTickets{undo};
    MemoryHash<ArticleId, QVector<Article>> versions{undo}; //!< oldest first
    MemoryHash<PhrasingId, ArticleId> phrasings{undo};      //!< of those in an article now
    MemoryHash<QString, qint64> counters{undo};
    MemoryHash<QString, QString> settings{undo};
    MemoryHash<QString, QHash<QByteArray, QByteArray>> vectors{undo};
    MemoryHash<QString, QByteArray> states{undo};
    std::optional<Failure> refusal; //!< of every write, while there is one

    Result<void> acceptsWrites() const {
        if (refusal)
            return tl::unexpected<Failure>(*refusal);
        return {};
    }
    qint64 count(const QString &counter) {
        counters.put(counter, counters.value(counter) + 1);
        return counters.value(counter);
    }
};

inline tl::unexpected<Failure> missing() {
    return failure(ErrorKind::NotFound, QStringLiteral("This names a row that is not there."));
}

inline tl::unexpected<Failure> conflict() {
    return failure(ErrorKind::Conflict, QStringLiteral("There is one already."));
}

template <typename Id, typename Value>
Result<Id> put(MemoryTables &tables, MemoryTable<Id, Value> &table, const Value &value) {
    RELAYDESK_TRY(tables.acceptsWrites());
    if (!table.allows(value.id))
        return missing();
    return table.put(value);
}

template <typename Id, typename Value>
Result<Value> get(const MemoryTable<Id, Value> &table, Id id) {
    if (!table.contains(id))
        return missing();
    return table.at(id);
}

//! Of a time for sorting: an unknown one stands before all others.
inline qint64 rank(const QDateTime &time) {
    return time.isValid() ? time.toMSecsSinceEpoch() : -std::numeric_limits<qint64>::max();
}

//! Values of the same rank stay as they are.
template <typename Value, typename Rank>
void sortByTime(QVector<Value> &values, const Rank &rankOf) {
    std::stable_sort(values.begin(), values.end(),
                     [&](const Value &one, const Value &other) { return rankOf(one) < rankOf(other); });
}

} // namespace relaydesk
