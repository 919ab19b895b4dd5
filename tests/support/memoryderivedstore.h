// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keeps derived data in memory; can be told to refuse to keep anything, as a read-only database does.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class MemoryDerivedStore : public DerivedStore {
  public:
    Result<QHash<QByteArray, QByteArray>> vectors(const QString &encoder) const override {
        return m_vectors.value(encoder);
    }
    Result<void> saveVectors(const QString &encoder, const QHash<QByteArray, QByteArray> &vectors) override {
        if (m_readOnly)
            return failure(ErrorKind::ReadOnly, QStringLiteral("Nothing was kept: the store is read-only."));
        m_vectors[encoder].insert(vectors);
        return {};
    }
    Result<QByteArray> state(const QString &key) const override { return m_states.value(key); }
    Result<void> saveState(const QString &key, const QByteArray &bytes) override {
        if (m_readOnly)
            return failure(ErrorKind::ReadOnly, QStringLiteral("Nothing was kept: the store is read-only."));
        m_states[key] = bytes;
        return {};
    }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

  private:
    QHash<QString, QHash<QByteArray, QByteArray>> m_vectors;
    QHash<QString, QByteArray> m_states;
    bool m_readOnly = false;
};

} // namespace relaydesk
