// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Sentence vectors by digest of the text, so that each text is encoded once and not at every start.
#pragma once
#include "app/matching/recentvectors.h"
#include "models/domain/stores.h"
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

class SentenceEncoder;

class VectorCache {
  public:
    //! Both must outlive it. Reads what the store holds on the first question for it.
    VectorCache(const SentenceEncoder &encoder, DerivedStore &store);

    //! The vectors of `texts`, in their order: little-endian float32, `dimensions()` of them, all finite. Empty where
    //! the encoder gave something else. Only what was never encoded is, and is kept; a store that does not take it is
    //! no failure. `only`: from now on holds these in memory and no others.
    QVector<QByteArray> vectors(const QStringList &texts, bool only);
    //! One text that is not kept in the store, by the same rules. May be called from several threads at once, but not
    //! while the above runs.
    QByteArray encoded(const QString &text) const;

  private:
    void load();
    void encodeMissing(const QStringList &texts, const QVector<QByteArray> &digests);
    QByteArray checked(const std::vector<float> &values) const;
    bool isSound(const QByteArray &bytes) const;

    const SentenceEncoder &m_encoder;
    DerivedStore &m_store;
    QHash<QByteArray, QByteArray> m_vectors;
    mutable RecentVectors m_recent;
    bool m_loaded = false;
};

} // namespace relaydesk
