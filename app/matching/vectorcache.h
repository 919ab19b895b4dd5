// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A sentence encoder and the vectors it made, by digest of the text: each text is encoded once, not at every start.
#pragma once
#include "app/matching/recentvectors.h"
#include "app/matching/sentenceencoder.h"
#include "models/domain/stores.h"
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <functional>
#include <memory>

namespace relaydesk {

//! Lives in the thread of `store`, except for encoder(), encoded() and foresee(), which any thread may call at any
//! time.
class VectorCache {
  public:
    //! The store must outlive it, as far as it is used after. Reads what the store holds on the first question for it.
    VectorCache(std::unique_ptr<const SentenceEncoder> encoder, DerivedStore &store);

    const SentenceEncoder &encoder() const { return *m_encoder; }

    //! The vectors of `texts`, in their order: little-endian float32, `dimensions()` of them, all finite. Empty where
    //! the encoder gave something else. Only what was never encoded is, and is kept; a store that does not take it is
    //! no failure. `only`: from now on holds these in memory and no others.
    QVector<QByteArray> vectors(const QStringList &texts, bool only);
    //! Those of `texts` that vectors() would have to encode, each once.
    QStringList missing(const QStringList &texts);
    //! Takes what encoder() made of `texts` elsewhere, in their order. Answers whether all of them are vectors.
    bool keep(const QStringList &texts, const std::vector<std::vector<float>> &encoded);
    //! One text that is not kept in the store, by the same rules.
    QByteArray encoded(const QString &text) const;
    //! Has encoded() find all of `texts` done: those it would have to encode go to `encode`, once.
    using Encode = std::function<std::vector<std::vector<float>>(const QStringList &texts)>;
    void foresee(const QStringList &texts, const Encode &encode) const;

  private:
    void load();
    QStringList missing(const QStringList &texts, const QVector<QByteArray> &digests) const;
    QByteArray held(const QByteArray &digest) const;
    void store(const QHash<QByteArray, QByteArray> &fresh);
    QByteArray checked(const std::vector<float> &values) const;
    bool isSound(const QByteArray &bytes) const;

    std::unique_ptr<const SentenceEncoder> m_encoder;
    DerivedStore &m_store;
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_vectors; //!< under the mutex
    mutable RecentVectors m_recent;
    bool m_loaded = false;
};

} // namespace relaydesk
