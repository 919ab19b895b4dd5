// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How far a share may be off that was counted on a few.
#pragma once
#include <algorithm>
#include <cmath>

namespace relaydesk {

struct Band {
    double low = 0; //!< 0 to 1
    double high = 1;
    friend bool operator==(const Band &, const Band &) = default;
};

//! The 95 % interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
//! Nothing counted: anything is possible.
inline Band wilsonBand(int good, int all) {
    if (all <= 0)
        return {};
    constexpr double z = 1.959964;
    const double n = all;
    const double share = std::clamp(good, 0, all) / n;
    const double middle = share + z * z / (2 * n);
    const double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (middle - reach) / scale), std::min(1.0, (middle + reach) / scale)};
}

} // namespace relaydesk
