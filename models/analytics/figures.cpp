// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/figures.h"
#include "models/analytics/counts.h"
#include <QtCore/QSet>

namespace relaydesk {

Figures countFigures(const QVector<Event> &events) { return figuresOf(countsOf(events)); }

QVector<ConversationId> conversationsBehind(Figure figure, const QVector<Event> &events) {
    const Counts counts = countsOf(events);
    QVector<ConversationId> conversations;
    QSet<ConversationId> listed{ConversationId{}};
    for (const Count &count : counts[size_t(figure)]) {
        if (!listed.contains(count.conversation))
            conversations += count.conversation;
        listed += count.conversation;
    }
    return conversations;
}

} // namespace relaydesk
