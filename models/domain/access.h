// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who may call the desk over the network, and the port to where that is kept.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/names.h"
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QVector>
#include <optional>

namespace relaydesk {

using AccessKeyId = Id<struct AccessKeyTag>;

enum class KeyRole { Agent, Analyst, CustomerApp };

template <>
struct Names<KeyRole> {
    static constexpr std::array<Name<KeyRole>, 3> all{
        {{KeyRole::Agent, "agent"}, {KeyRole::Analyst, "analyst"}, {KeyRole::CustomerApp, "customer-app"}}};
};

//! A key as it is kept: enough to recognise it, not enough to use it.
struct AccessKey {
    AccessKeyId id;
    QString name;
    KeyRole role = KeyRole::Agent;
    QString lookup;    //!< the public beginning of the key, unique
    QByteArray salt;   //!< random bytes
    QByteArray digest; //!< SHA-256 of the salt followed by the key
    QDateTime createdAt;
    QDateTime usedAt;    //!< invalid: never
    QDateTime revokedAt; //!< invalid: in force
    bool isRevoked() const { return revokedAt.isValid(); }
    friend bool operator==(const AccessKey &, const AccessKey &) = default;
};

//! The answer to a call that named an Idempotency-Key, so that the same call again gets the same answer.
struct KeptAnswer {
    QString scope;         //!< whose: a session or a key
    QString key;           //!< the caller's
    QByteArray digest;     //!< of method, path and body
    int status = 0;        //!< HTTP; 0 while the answer is not known yet
    qint64 message = 0;    //!< the customer's message that waits for it, while status is 0
    QByteArray headers;    //!< "Name: value" lines
    QByteArray body;
    QDateTime at;
    friend bool operator==(const KeptAnswer &, const KeptAnswer &) = default;
};

class AccessStore {
  public:
    virtual ~AccessStore() = default;
    virtual Result<AccessKeyId> save(const AccessKey &key) = 0; //!< inserts (id invalid) or updates
    virtual Result<QVector<AccessKey>> keys() const = 0;        //!< by id, revoked ones too
    virtual Result<std::optional<AccessKey>> keyCalled(const QString &lookup) const = 0;
    virtual Result<void> keep(const KeptAnswer &answer) = 0; //!< replaces one of the same scope and key
    virtual Result<std::optional<KeptAnswer>> kept(const QString &scope, const QString &key) const = 0;
    virtual Result<void> forgetBefore(const QDateTime &time) = 0; //!< kept answers only
};

} // namespace relaydesk
