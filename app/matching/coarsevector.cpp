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
    for (qsizetype i = 0; i < count && largest > 0; ++i)
        coarse.codes[i] = static_cast<char>(std::lround(values[i] / coarse.scale));
    return coarse;
}

double coarseCosine(const CoarseVector &a, const CoarseVector &b) {
    if (a.codes.size() != b.codes.size())
        return 0;
    const auto *left = reinterpret_cast<const signed char *>(a.codes.constData());
    const auto *right = reinterpret_cast<const signed char *>(b.codes.constData());
    int sum = 0;
    for (qsizetype i = 0; i < a.codes.size(); ++i)
        sum += int(left[i]) * int(right[i]);
    return double(sum) * double(a.scale) * double(b.scale);
}

} // namespace relaydesk
