// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/coarsevector.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

CoarseVector coarseVector(const QByteArray &vector) {
    constexpr float most = 127;
    const auto *values = reinterpret_cast<const float *>(vector.constData());
    const auto count = vector.size() / static_cast<qsizetype>(sizeof(float));
    float largest = 0;
    for (qsizetype i = 0; i < count; ++i)
        largest = std::max(largest, std::abs(values[i]));
    CoarseVector coarse{QByteArray(count, 0), largest / most};
    if (!(largest > 0))
        return coarse;
    char *const codes = coarse.codes.data();
    for (qsizetype i = 0; i < count; ++i)
        codes[i] = static_cast<char>(static_cast<int>(std::rint(values[i] / coarse.scale)));
    return coarse;
}

CoarseProbe::CoarseProbe(const CoarseVector &vector) : m_scale(vector.scale) {
    for (const char code : vector.codes)
        m_codes.push_back(static_cast<signed char>(code));
}

double CoarseProbe::cosine(const CoarseVector &other) const {
    if (other.codes.size() != static_cast<qsizetype>(m_codes.size()))
        return 0;
    const auto *codes = reinterpret_cast<const signed char *>(other.codes.constData());
    int sum = 0;
    for (size_t i = 0; i < m_codes.size(); ++i)
        sum += int(m_codes[i]) * int(short(codes[i]));
    return double(sum) * double(m_scale) * double(other.scale);
}

} // namespace relaydesk
