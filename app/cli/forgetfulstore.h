// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Derived data for a command that leaves nothing behind.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class ForgetfulStore : public DerivedStore {
  public:
    Result<QHash<QByteArray, QByteArray>> vectors(const QString &) const override {
        return QHash<QByteArray, QByteArray>();
    }
    Result<void> saveVectors(const QString &, const QHash<QByteArray, QByteArray> &) override { return {}; }
    Result<QByteArray> state(const QString &) const override { return QByteArray(); }
    Result<void> saveState(const QString &, const QByteArray &) override { return {}; }
};

} // namespace relaydesk
