// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What would have changed a decision: a pure function of the verdict's own factors.
#pragma once
#include "models/domain/verdict.h"

namespace relaydesk {

//! One factor at the value that would just have turned the decision, the others as they are.
struct WhatIf {
    QString factor;
    double value = 0;  //!< as it was, 0 to 1
    double needed = 0; //!< 0 to 1
    friend bool operator==(const WhatIf &, const WhatIf &) = default;
};

//! Those factors that could have turned it alone, similarity first, then the smallest change first. Nothing where the
//! bar did not decide (two articles close, a person wanted, a pick …) or no factor could have done it alone.
QVector<WhatIf> whatWouldChange(const Verdict &verdict);

//! The same in a sentence for a person, as "A similarity of 0.81 instead of 0.74 would have been enough."
QString whatIfSentence(const Verdict &verdict);

} // namespace relaydesk
