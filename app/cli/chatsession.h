// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One conversation of a customer at a terminal. It holds the database only while a turn is dealt with, so that an
//! agent can answer from another terminal, and shows what comes from there.
#pragma once
#include "app/cli/command.h"
#include "app/services.h"

namespace relaydesk {

class ChatSession : public QObject {
    Q_OBJECT

  public:
    //! `session` empty: a new conversation of a customer called `name` (may be empty).
    static Result<std::unique_ptr<ChatSession>> open(Services &services, Terminal &terminal, const QString &session,
                                                     const QString &name);

    //! What the customer typed; false when it was /quit.
    bool take(const QString &line);
    //! Prints the messages since the last time.
    void showNews();
    bool hadTrouble() const { return m_trouble; }

  private:
    ChatSession(Services &services, Terminal &terminal) : m_services(services), m_terminal(terminal) {}
    Result<void> deal(const QString &line);
    void print(const Message &message);
    void askWhetherSolved();
    void complain(const Failure &failure);

    Services &m_services;
    Terminal &m_terminal;
    ConversationId m_conversation;
    MessageId m_seen;
    EventId m_judged; //!< the answer that "Did that solve it?" was printed for
    bool m_trouble = false;
};

} // namespace relaydesk
