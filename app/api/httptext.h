// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The bytes of HTTP/1.1 on both sides of the values: what is wrong with a request's head, and an answer written out.
#pragma once
#include "app/api/problem.h"
#include <optional>
#include <string>

namespace relaydesk {

//! What a request's head must not be: ambiguous about its length (RFC 9112, 6.3), without exactly one Host, or with a
//! target that is no path. `isHttp11` false: HTTP/1.0.
std::optional<Problem> wrongWithHead(const ApiRequest &request, bool isHttp11);

struct AnswerForm {
    bool isHttp11 = true;
    bool keepsAlive = true;
    bool headOnly = false; //!< HEAD: all but the body
    bool isStream = false; //!< the body follows in pieces
};

std::string textOf(const ApiResponse &response, const AnswerForm &form);
std::string chunkOf(const QByteArray &bytes);
inline constexpr const char *lastChunk = "0\r\n\r\n";

} // namespace relaydesk
