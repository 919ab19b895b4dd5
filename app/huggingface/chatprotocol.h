// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The chat-completions protocol as pure functions: the request's bytes, and the shapes of what comes back.
#pragma once
#include "models/domain/modelclient.h"
#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <optional>

namespace relaydesk {

//! The JSON body of a question, streamed. `model` stands first: routers pick the server from the first bytes.
QByteArray chatBody(const ModelRequest &request, const QString &model);

//! What one event of a stream, or a whole answer, says. What it does not say is empty or 0.
struct ChatPiece {
    QString text;
    bool thinking = false; //!< reasoning came, which is not part of the answer
    QString model;
    QString finishReason;
    int promptTokens = 0;
    int completionTokens = 0;
    std::optional<QString> error; //!< the server's own words; may be empty
    friend bool operator==(const ChatPiece &, const ChatPiece &) = default;
};

//! Reads a chunk of a stream (choices[0].delta) or a plain completion (choices[0].message).
//! Nothing where the bytes are no JSON object. An object without choices is an empty piece.
std::optional<ChatPiece> chatPiece(const QByteArray &json);

//! Whether the bytes are a whole plain completion or an error: an object with `choices` or `error`.
bool isPlainAnswer(const QByteArray &json);

//! Whether the bytes are the beginning of an object that was cut off.
bool isCutObject(const QByteArray &json);

//! What the body of a refusal says.
struct ErrorBody {
    QString message;          //!< the server's own words in one line, of any length; never HTML
    QString code;             //!< as "model_not_supported"
    int estimatedSeconds = 0; //!< until a model is loaded; 0: not said
    bool webPage = false;
};

//! In this order: `error` as a string, `error.message`, `detail`, `message`; else the text itself.
ErrorBody errorBody(const QByteArray &body);

//! Whole seconds to wait before another try, from Retry-After (seconds or a date) or RateLimit (t=…); 0: not said.
int secondsToWait(const QByteArray &retryAfter, const QByteArray &rateLimit, const QDateTime &now);

} // namespace relaydesk
