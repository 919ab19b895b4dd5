// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/earliermessages.h"
#include "models/items/deskreading.h"
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QScrollBar>

namespace relaydesk {

EarlierMessages::EarlierMessages(Remote<Reader> reader, MessageListModel &messages, QAbstractItemView &view)
    : QObject(&view)
    , m_reader(reader)
    , m_messages(messages) {
    QScrollBar *bar = view.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (value == bar->minimum() && bar->maximum() > bar->minimum())
            read();
    });
}

void EarlierMessages::begin(ConversationId conversation, bool hasMore) {
    m_conversation = conversation;
    m_hasMore = hasMore;
    ++m_begun;
}

void EarlierMessages::read() {
    if (!m_hasMore || m_messages.rowCount() == 0)
        return;
    m_hasMore = false; // until it is known again
    m_reader
        .ask([id = m_conversation, before = m_messages.row(0).id](Reader &reader) {
            return readEarlier(reader.stores(), id, before);
        })
        .then(this, [this, begun = m_begun](const Result<TranscriptPart> &part) {
            if (!part) {
                emit failed(part.error());
            } else if (begun == m_begun) {
                m_messages.prepend(part->messages);
                m_hasMore = part->hasEarlier;
                emit added();
            }
        });
}

} // namespace relaydesk
