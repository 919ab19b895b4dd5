// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One request that waits for its answer. All functions may be called from any thread, and after the client has left.
#pragma once
#include "app/api/apimessage.h"
#include <functional>
#include <memory>

namespace relaydesk {

class HttpExchange {
  public:
    virtual ~HttpExchange() = default;
    virtual void answer(const ApiResponse &response) = 0;
    //! Instead of answer(): the head now, then as many pieces as there are, then the end.
    virtual void beginStream(const ApiResponse &head) = 0;
    virtual void push(const QByteArray &bytes) = 0;
    virtual void endStream() = 0;
    virtual bool isOpen() const = 0; //!< false once the client is known to have left
};

using HttpHandler = std::function<void(const ApiRequest &request, std::shared_ptr<HttpExchange> exchange)>;

} // namespace relaydesk
