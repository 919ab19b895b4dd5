// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can go wrong between a question and its answer, before it becomes a sentence.
#pragma once
#include <QtCore/QString>
#include <utility>

namespace relaydesk {

enum class Trouble {
    Offline,
    UnusableUrl,
    InsecureUrl, //!< the token would travel unencrypted
    NoToken,
    ConnectDeadline,
    FirstTokenDeadline,
    WholeDeadline,
    UnfinishedAtDeadline, //!< the answer had begun
    Refused,
    HostNotFound,
    NotSecure,
    Proxy,
    Unreachable, //!< any other failure of the network
    ClosedEarly, //!< before a word of an answer
    Cut,
    Redirected, //!< `said`: to which host
    Status,     //!< `status` is not 2xx
    StreamError,
    WebPage,
    NotAChat,
    Empty,
    EmptyAtLimit, //!< all tokens went into thinking
    TooLong,
    Withdrawn,
    Queued,     //!< the deadline passed before its turn came
    Resting,    //!< the server failed too often; `waitSeconds` until it is tried again
    DailyLimit, //!< of tokens or money; `said`: which
};

struct ModelTrouble {
    Trouble what = Trouble::NotAChat;
    QString said;        //!< the server's own words, or the network's; one line
    int status = 0;      //!< of HTTP
    QString code;        //!< of the protocol, as "model_not_supported"
    int waitSeconds = 0; //!< until another try makes sense; 0: not said
};

inline ModelTrouble troubled(Trouble what, QString said = {}) { return {what, std::move(said), 0, {}, 0}; }

} // namespace relaydesk
