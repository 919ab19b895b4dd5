// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Those who follow what happens: customers their conversation, agents and programs the whole desk.
#pragma once
#include "app/api/apiplace.h"
#include "app/api/httpexchange.h"

namespace relaydesk {

class EventStreams {
  public:
    explicit EventStreams(ApiPlace &place) : m_place(place) {}

    //! Sends what `start` has not seen yet, and from then on everything as it happens.
    Result<void> follow(const StreamStart &start, const ApiResponse &head, std::shared_ptr<HttpExchange> exchange);
    //! Something in the conversation changed and is on disk.
    void tellConversation(ConversationId id);
    //! Something was logged and is on disk.
    void tellDesk();
    //! A sign of life to all; those who left are forgotten.
    void beat();
    void endAll();
    qsizetype count() const { return m_followers.size() + m_deskFollowers.size(); }

  private:
    struct Follower {
        std::shared_ptr<HttpExchange> exchange;
        qint64 after = 0;      //!< the last message or event sent
        QJsonObject state = {}; //!< of the conversation, as sent last
    };
    Result<void> bringUpToDate(ConversationId id, Follower &follower) const;

    ApiPlace &m_place;
    QMultiHash<ConversationId, Follower> m_followers;
    QVector<Follower> m_deskFollowers;
    qint64 m_lastEvent = -1;
};

//! One server-sent event.
QByteArray sentEvent(const char *name, const QJsonObject &data, qint64 id = 0);

} // namespace relaydesk
