// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the language model is asked, as whom, and how long it may take.
#pragma once
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace relaydesk {

struct ModelSettings {
    QUrl baseUrl{QStringLiteral("https://router.huggingface.co/v1")}; //!< of any server that speaks the protocol
    QString model = QStringLiteral("TinyLlama/TinyLlama-1.1B-Chat-v1.0");
    QString token;              //!< sent to the host of `baseUrl` and nowhere else; empty: none is sent
    int connectMs = 5'000;      //!< until the connection stands, TLS included
    int firstTokenMs = 15'000;  //!< from the question to the first piece of the answer
    int wholeMs = 30'000;       //!< from the question to the end of the answer
    bool offline = false;       //!< never ask
    QStringList fallbackModels; //!< tried in this order when the server does not serve `model`
    QString organisation;       //!< that Hugging Face bills; empty: the token's owner
    int mostTries = 3;          //!< of one question
    int failuresToRest = 5;     //!< in a row, then the server is left alone for a while
    int mostAtOnce = 4;         //!< questions under way; the others wait in order
    qint64 dailyTokens = 0;     //!< of questions and answers; 0: no limit
    double dailyCost = 0;       //!< in US dollars; 0: no limit; needs the prices
    double inputPrice = -1;     //!< in US dollars for a million tokens; under 0: not known
    double outputPrice = -1;

    //! The address the questions go to: a trailing slash is dropped, and what is missing of /v1/chat/completions added.
    QUrl chatUrl() const;
    //! http or https, with a host.
    bool hasUsableUrl() const;
    //! huggingface.co, its subdomains, and the endpoints in huggingface.cloud: those need a token.
    bool isHuggingFace() const;
    //! This machine: reached without a proxy.
    bool isLoopback() const;
    //! A token would travel in the clear: by http to another machine.
    bool exposesToken() const;
    //! By the setting above, or by HF_HUB_OFFLINE in the environment.
    bool isOffline() const;
    //! For people: "Hugging Face", or the host with its port.
    QString serverName() const;
};

} // namespace relaydesk
