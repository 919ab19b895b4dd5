// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was said before the messages that are shown: read when somebody scrolls to the first of them.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/messagelistmodel.h"

class QAbstractItemView;

namespace relaydesk {

class EarlierMessages : public QObject {
    Q_OBJECT

  public:
    EarlierMessages(Remote<Reader> reader, MessageListModel &messages, QAbstractItemView &view);

    //! What `messages` shows now is the end of this conversation.
    void begin(ConversationId conversation, bool hasMore);
    bool hasMore() const { return m_hasMore; } //!< and they are not on their way
    void read();

  signals:
    void added();
    void failed(const relaydesk::Failure &failure);

  private:
    Remote<Reader> m_reader;
    MessageListModel &m_messages;
    ConversationId m_conversation;
    bool m_hasMore = false;
    int m_begun = 0; //!< number of the last begin()
};

} // namespace relaydesk
