// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keys and kept answers in memory.
#pragma once
#include "models/domain/access.h"
#include <QtCore/QMap>
#include <algorithm>

namespace relaydesk {

class MemoryAccessStore : public AccessStore {
  public:
    Result<AccessKeyId> save(const AccessKey &key) override {
        AccessKey stored = key;
        if (!stored.id.isValid()) {
            if (std::any_of(m_keys.begin(), m_keys.end(), [&](const AccessKey &k) { return k.lookup == key.lookup; }))
                return failure(ErrorKind::Conflict, QStringLiteral("There is one already."));
            stored.id = AccessKeyId{qint64(m_keys.size()) + 1};
            m_keys.append(stored);
            return stored.id;
        }
        if (stored.id.value > m_keys.size())
            return failure(ErrorKind::NotFound, QStringLiteral("This names a row that is not there."));
        m_keys[stored.id.value - 1] = stored;
        return stored.id;
    }
    Result<QVector<AccessKey>> keys() const override { return m_keys; }
    Result<std::optional<AccessKey>> keyCalled(const QString &lookup) const override {
        for (const AccessKey &key : m_keys) {
            if (key.lookup == lookup)
                return std::optional<AccessKey>(key);
        }
        return std::optional<AccessKey>{};
    }
    Result<void> keep(const KeptAnswer &answer) override {
        m_kept.insert({answer.scope, answer.key}, answer);
        return {};
    }
    Result<std::optional<KeptAnswer>> kept(const QString &scope, const QString &key) const override {
        const auto found = m_kept.constFind({scope, key});
        return found == m_kept.constEnd() ? std::optional<KeptAnswer>{} : std::optional<KeptAnswer>(*found);
    }
    Result<void> forgetBefore(const QDateTime &time) override {
        m_kept.removeIf([&](auto answer) { return answer.value().at < time; });
        return {};
    }

  private:
    QVector<AccessKey> m_keys;
    QMap<QPair<QString, QString>, KeptAnswer> m_kept;
};

} // namespace relaydesk
