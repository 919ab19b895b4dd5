// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Failures are values: what went wrong, and a sentence a person can act on.
#pragma once
#include <QtCore/QString>
#include <tl/expected.hpp>
#include <utility>

namespace relaydesk {

enum class ErrorKind { Invalid, NotFound, Conflict, Unavailable, Storage, ReadOnly, Network, Cancelled };

struct Failure {
    ErrorKind kind = ErrorKind::Invalid;
    QString sentence; //!< what happened, what was kept, what to do; shown as it is

    friend bool operator==(const Failure &, const Failure &) = default;
};

template <typename Value>
using Result = tl::expected<Value, Failure>;

inline tl::unexpected<Failure> failure(ErrorKind kind, QString sentence) {
    return tl::unexpected<Failure>(Failure{kind, std::move(sentence)});
}

} // namespace relaydesk

#define RELAYDESK_JOIN_NOW(a, b) a##b
#define RELAYDESK_JOIN(a, b) RELAYDESK_JOIN_NOW(a, b)
//! Leaves the function with the failure of `result`, if it has one.
#define RELAYDESK_TRY(result)                                                                                          \
    if (const auto &RELAYDESK_JOIN(outcome, __LINE__) = (result); !RELAYDESK_JOIN(outcome, __LINE__))                  \
    return tl::unexpected<::relaydesk::Failure>(RELAYDESK_JOIN(outcome, __LINE__).error())
