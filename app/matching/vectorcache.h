// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Sentence vectors by digest of the text, so that each text is encoded once and not at every start.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QSet>

namespace relaydesk {

class SentenceEncoder;

class VectorCache {
  public:
    //! Both must outlive it. Reads what the store holds on the first question for it.
    VectorCache(const SentenceEncoder &encoder, DerivedStore &store);

    //! Encodes those of `texts` that were never encoded and keeps them; a store that does not take them is no failure.
    void prepare(const QStringList &texts);
    //! Little-endian float32, `dimensions()` of them, all finite. Empty: the encoder gave something else for this text.
    //! The text must have been prepared.
    QByteArray vector(const QString &text) const;
    //! One text that is not to be kept, by the same rules.
    QByteArray encoded(const QString &text) const;
    //! Forgets all but those of `texts` in memory; the store keeps the others for the next start.
    void keepOnly(const QStringList &texts);

  private:
    void load();
    QByteArray checked(const std::vector<float> &values) const;
    bool isSound(const QByteArray &bytes) const;

    const SentenceEncoder &m_encoder;
    DerivedStore &m_store;
    QHash<QByteArray, QByteArray> m_vectors;
    bool m_loaded = false;
};

} // namespace relaydesk
