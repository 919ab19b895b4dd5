// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The port to the list of what was sent to a language model, so that anyone at the desk can look it up.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/result.h"
#include <QtCore/QDateTime>
#include <QtCore/QVector>

namespace relaydesk {

using RequestId = Id<struct RequestTag>;

//! One try of one question. Holds no token, and of the text only what was sent: with placeholders for private data.
struct RequestRecord {
    RequestId id;
    QDateTime at;
    ConversationId conversation; //!< invalid: about none, as a test of the connection
    QString purpose;             //!< the prompt and its version, as "answer-1"
    QString host;                //!< with its port where one is given
    QString model;
    QString sent;             //!< the messages as they were sent
    qint64 bytesSent = 0;     //!< of the request's body
    qint64 bytesReceived = 0; //!< of the answer's body
    int promptTokens = 0;     //!< 0 where the server did not count
    int completionTokens = 0;
    qint64 milliseconds = 0;
    double cost = -1;            //!< in US dollars; under 0: the price is not known
    bool maybeSentTwice = false; //!< the network may have repeated it when the server closed without a word
    QString result;              //!< "answered", or the sentence of the failure
    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

struct RequestTotals {
    int requests = 0;
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    qint64 tokens = 0; //!< of questions and answers
    double cost = 0;   //!< in US dollars, of those whose price is known
    friend bool operator==(const RequestTotals &, const RequestTotals &) = default;
};

class RequestLog {
  public:
    virtual ~RequestLog() = default;
    virtual Result<RequestId> append(const RequestRecord &record) = 0;
    //! Newest first; of one conversation, or of all (an invalid id).
    virtual Result<QVector<RequestRecord>> requests(ConversationId conversation, int most) const = 0;
    virtual Result<RequestTotals> totals(const QDateTime &from) const = 0;
};

} // namespace relaydesk
