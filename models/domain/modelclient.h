// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The port to a language model that speaks the chat-completions protocol.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/result.h"
#include <QtCore/QFuture>
#include <QtCore/QVector>
#include <functional>

namespace relaydesk {

struct ChatTurn {
    QString role; //!< system, user or assistant
    QString content;
    friend bool operator==(const ChatTurn &, const ChatTurn &) = default;
};

struct ModelRequest {
    QVector<ChatTurn> turns;
    int maxTokens = 400;
    double temperature = 0.2;
    QString purpose;             //!< for the log: the prompt's name and version, as "answer-1"
    ConversationId conversation; //!< for the log; may be invalid
};

struct ModelReply {
    QString text;
    QString model;        //!< that wrote it, as the server says
    QString finishReason; //!< stop, length …; empty where the server said none
    int promptTokens = 0; //!< 0 where the server did not count
    int completionTokens = 0;
    qint64 firstTokenMs = 0; //!< from the request to the first piece of text
    qint64 totalMs = 0;
    QString note; //!< for the agent: another model answered, and the like; mostly empty
};

class ModelClient {
  public:
    virtual ~ModelClient() = default;
    //! Asks once. `grew` is called in the caller's thread with each further piece of text.
    //! Cancelling the future ends the request; it ends within the deadline in any case. Never throws, never blocks.
    virtual QFuture<Result<ModelReply>> complete(const ModelRequest &request,
                                                 const std::function<void(const QString &)> &grew) = 0;
    //! Empty when it can be asked; else why not ("No token for Hugging Face: …"). Costs nothing.
    virtual QString limitation() const = 0;
};

} // namespace relaydesk
