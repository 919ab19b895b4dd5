// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Turns a text into a vector whose direction stands for its meaning.
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <vector>

namespace relaydesk {

class SentenceEncoder {
  public:
    virtual ~SentenceEncoder() = default;
    //! The model and a short digest of its files: vectors kept under another name are not comparable.
    virtual QString name() const = 0;
    //! Length of every vector.
    virtual int dimensions() const = 0;
    //! A vector of length one (the dot product of two is their cosine), always finite; all zeros where the weights give
    //! no direction. Takes any text and reads it up to the model's limit. May be called from several threads at once.
    virtual std::vector<float> encode(const QString &text) const = 0;
    //! The vectors of many texts, in their order, on all cores. Blocks until the last one is there.
    virtual std::vector<std::vector<float>> encodeAll(const QStringList &texts) const;
};

} // namespace relaydesk
