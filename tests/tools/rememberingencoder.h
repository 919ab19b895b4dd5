// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! An encoder that computes each text once, for tools that ask for the same texts again and again.
#pragma once
#include "app/matching/sentenceencoder.h"
#include <QtCore/QHash>
#include <memory>

namespace relaydesk {

class RememberingEncoder : public SentenceEncoder {
  public:
    RememberingEncoder(std::unique_ptr<SentenceEncoder> encoder, const QStringList &texts)
        : m_encoder(std::move(encoder)) {
        const std::vector<std::vector<float>> vectors = m_encoder->encodeAll(texts);
        for (qsizetype i = 0; i < texts.size(); ++i)
            m_vectors.insert(texts[i], vectors[static_cast<size_t>(i)]);
    }
    QString name() const override { return m_encoder->name(); }
    int dimensions() const override { return m_encoder->dimensions(); }
    std::vector<float> encode(const QString &text) const override {
        const auto found = m_vectors.constFind(text);
        return found != m_vectors.constEnd() ? *found : m_encoder->encode(text);
    }

  private:
    std::unique_ptr<SentenceEncoder> m_encoder;
    QHash<QString, std::vector<float>> m_vectors;
};

} // namespace relaydesk
