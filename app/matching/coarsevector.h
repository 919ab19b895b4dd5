// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A sentence vector in a quarter of its size, to find the nearest of very many: eight bits a number.
#pragma once
#include <QtCore/QByteArray>
#include <vector>

namespace relaydesk {

struct CoarseVector {
    QByteArray codes; //!< signed bytes, each the number divided by `scale`
    float scale = 0;
};

//! Of float32 in the machine's order. Every number is off by half of `scale` at most, a 127th of the largest.
CoarseVector coarseVector(const QByteArray &vector);

//! One vector to be compared with many: widened once, which makes each comparison two thirds of the work.
struct CoarseProbe {
    explicit CoarseProbe(const CoarseVector &vector);
    //! The dot product, for vectors of length one and 384 numbers within about 0.01; 0 where the lengths differ.
    double cosine(const CoarseVector &other) const;

  private:
    std::vector<short> m_codes;
    float m_scale;
};

} // namespace relaydesk
