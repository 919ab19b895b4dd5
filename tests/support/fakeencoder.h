// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Encodes a text as the sum of its words' pseudo-random directions, and counts how often it is asked.
#pragma once
#include "app/matching/sentenceencoder.h"
#include <QtCore/QRegularExpression>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>

namespace relaydesk {

class FakeEncoder : public SentenceEncoder {
  public:
    static constexpr int length = 24;
    //! `calls` counts the texts encoded. A text that contains `broken` is encoded as not-a-number.
    explicit FakeEncoder(std::shared_ptr<std::atomic<int>> calls, const QString &broken = {})
        : m_calls(std::move(calls))
        , m_broken(broken) {}

    QString name() const override { return QStringLiteral("fake"); }
    int dimensions() const override { return length; }
    std::vector<float> encode(const QString &text) const override {
        ++*m_calls;
        std::vector<float> sum(length, 0.F);
        if (!m_broken.isEmpty() && text.contains(m_broken)) {
            sum[3] = std::numeric_limits<float>::quiet_NaN();
            return sum;
        }
        const QStringList words = text.toLower().split(QRegularExpression(QStringLiteral("\\W+")), Qt::SkipEmptyParts);
        for (const QString &word : words) {
            quint32 state = 2166136261U;
            for (const QChar letter : word)
                state = (state ^ letter.unicode()) * 16777619U;
            for (float &value : sum) {
                state = state * 1664525U + 1013904223U;
                value += static_cast<float>(state >> 8) / static_cast<float>(1 << 23) - 1.F;
            }
        }
        float square = 0;
        for (const float value : sum)
            square += value * value;
        for (float &value : sum)
            value = square > 0 ? value / std::sqrt(square) : 0.F;
        return sum;
    }

  private:
    std::shared_ptr<std::atomic<int>> m_calls;
    QString m_broken;
};

} // namespace relaydesk
