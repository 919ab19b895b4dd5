// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What private data looks like: the expressions, and what may stand in for what they find.
#pragma once
#include <QtCore/QRegularExpression>
#include <vector>

namespace relaydesk {

enum class PatternGroup { Opening, Account, Place, Date, NamedNumber, BareNumber };

//! One stretch each; group 1 of the expression, where there is one, is what goes, else the whole match.
struct PrivatePattern {
    QLatin1String kind;
    QRegularExpression expression;
    QLatin1String replacement; //!< unless a word before it says already what it is; may be empty
};

//! In the order in which they are to be looked for.
const std::vector<PrivatePattern> &privatePatterns(PatternGroup group);

} // namespace relaydesk
