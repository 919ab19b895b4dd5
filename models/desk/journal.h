// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Writes what happens: messages, events and states in one transaction, and tells whoever listens once it is on disk.
#pragma once
#include "models/desk/deed.h"
#include "models/domain/clock.h"
#include "models/domain/stores.h"
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <vector>

namespace relaydesk {

class Journal : public QObject {
    Q_OBJECT

  public:
    Journal(const Stores &stores, const Clock &clock) : m_stores(stores), m_clock(clock) {}

    //! All that `change` writes is on disk together or not at all; the signals follow after the outermost call.
    Result<void> atomically(const std::function<Result<void>()> &change);

    //! Likewise; answers `deed` with what `change` did to tickets, conversations and lessons. Calls may nest: the outer
    //! deed holds the inner one's changes too.
    Result<Deed> recorded(Deed deed, const std::function<Result<void>()> &change);

    //! Appends a message and its event, and moves the conversation's last activity (not saved: see save).
    Result<MessageId> say(Conversation &conversation, Author author, const QString &text, AgentId agent = {});
    //! Likewise, as the assistant, with choices for the customer.
    Result<MessageId> ask(Conversation &conversation, const QString &text, const QVector<Choice> &choices);
    //! Appends one that stands elsewhere too, as it is.
    Result<MessageId> copy(Conversation &conversation, const Message &message) { return append(conversation, message); }
    Result<EventId> log(Event event); //!< `at` is filled in
    Result<void> save(Conversation &conversation);
    Result<void> save(Ticket &ticket);
    //! A ticket has opened for a customer who waits.
    void noteHandOver(TicketId ticket) { m_news.handedOver.insert(ticket); }
    void noteChange(ArticleId article) { m_news.articles.insert(article); }
    void noteChange(TicketId ticket) { m_news.tickets.insert(ticket); } //!< what is shown with it changed
    void noteLesson(ProposalId lesson);
    //! What follows from the running transaction outside the stores: done once it is on disk, before the signals.
    void afterwards(std::function<void()> deed) { m_news.deeds.push_back(std::move(deed)); }

    //! The messages of the running episode, oldest first; of a very long one the last 500.
    Result<QVector<Message>> episodeOf(const Conversation &conversation) const;

    const Stores &stores() const { return m_stores; }
    QDateTime now() const { return m_clock.now(); }

  signals:
    void messagePosted(const relaydesk::Message &message);
    void conversationChanged(relaydesk::ConversationId id);
    void ticketChanged(relaydesk::TicketId id);
    void articleChanged(relaydesk::ArticleId id);
    void handedOver(relaydesk::TicketId ticket); //!< after everything else

  private:
    struct News {
        std::vector<std::function<void()>> deeds;
        QVector<Message> messages;
        QSet<ConversationId> conversations;
        QSet<TicketId> tickets;
        QSet<ArticleId> articles;
        QSet<TicketId> handedOver;
    };
    Result<MessageId> append(Conversation &conversation, Message message);
    void publish(const News &news);

    Stores m_stores;
    const Clock &m_clock;
    News m_news;
    Deed *m_deed = nullptr; //!< being recorded
    int m_depth = 0;
};

} // namespace relaydesk
