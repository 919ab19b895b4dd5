// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A call that cannot be answered as asked, told as problem details (RFC 9457).
#pragma once
#include "app/api/apimessage.h"
#include "models/domain/result.h"

namespace relaydesk {

struct Problem {
    int status = 500;
    QString detail; //!< a sentence: what happened, what was kept, what to do
    QString field;  //!< the field, parameter or header at fault; empty: none in particular
    ApiHeaders headers;

    Problem(int code, QString sentence, QString at = {}, ApiHeaders more = {})
        : status(code)
        , detail(std::move(sentence))
        , field(std::move(at))
        , headers(std::move(more)) {}
    Problem(const Failure &failure); // NOLINT: a failure of the desk is a problem of the call

    ApiResponse response() const;
};

//! For functions that answer a value or a problem.
inline tl::unexpected<Problem> refuse(int status, const QString &sentence, const QString &field = {}) {
    return tl::unexpected<Problem>(Problem(status, sentence, field));
}

template <typename Value>
using Handled = tl::expected<Value, Problem>;

} // namespace relaydesk

//! Leaves the function with the problem of `result`, if it has one.
#define RELAYDESK_CALL(result)                                                                                         \
    if (const auto &RELAYDESK_JOIN(outcome, __LINE__) = (result); !RELAYDESK_JOIN(outcome, __LINE__))                  \
    return tl::unexpected<::relaydesk::Problem>(::relaydesk::Problem(RELAYDESK_JOIN(outcome, __LINE__).error()))
