// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/whatif.h"
#include "models/desk/logodds.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("WhatIf", text); }

constexpr double out = 0.995; //!< no similarity is asked for that no question reaches

bool decidedByTheBar(const Verdict &verdict) {
    if (verdict.picked || verdict.confidence.factors.isEmpty() || verdict.bar <= 0 || verdict.bar >= 1)
        return false;
    return !verdict.handoff || verdict.handoff->category == HandoffCategory::LowConfidence;
}

//! Log-odds for one unit of the factor's value: from what it was given, as its weight is not in the verdict. A factor
//! at its ordinary value gave nothing, and then nothing is known of its weight.
std::optional<double> weightOf(const Factor &factor) {
    struct Ordinary {
        const char *name;
        double value;
    };
    // docs/CONFIDENCE.md
    constexpr Ordinary ordinary[] = {
        {"similarity", 0.45}, {"specificity", 0.7}, {"certainty", 1.0}, {"history", 2.0 / 3}, {"grounding", 0.5}};
    for (const Ordinary &one : ordinary) {
        const double distance = factor.value - one.value;
        if (factor.name == QLatin1String(one.name) && std::abs(distance) > 1e-6 && factor.logOdds / distance > 0.01)
            return factor.logOdds / distance;
    }
    return std::nullopt;
}

//! The value at which the sum would have stood at the bar.
std::optional<double> neededOf(const Verdict &verdict, const Factor &factor, double missing) {
    if (factor.name == QLatin1String("similarity") && !verdict.written)
        return sigmoid(verdict.confidence.base + factor.logOdds + missing);
    const auto weight = weightOf(factor);
    return weight ? std::optional<double>(factor.value + missing / *weight) : std::nullopt;
}

QString nameOf(const QString &factor) {
    if (factor == QLatin1String("similarity"))
        return tr("similarity");
    if (factor == QLatin1String("specificity"))
        return tr("specificity of the answer");
    if (factor == QLatin1String("certainty"))
        return tr("certainty of the answer's words");
    return factor == QLatin1String("history") ? tr("historical success") : tr("grounding in the articles");
}

QString twoDigits(double value) { return QString::number(value, 'f', 2); }

} // namespace

QVector<WhatIf> whatWouldChange(const Verdict &verdict) {
    QVector<WhatIf> changes;
    if (!decidedByTheBar(verdict))
        return changes;
    const double score = std::clamp(verdict.confidence.score, 1e-9, 1 - 1e-9);
    const double missing = logit(verdict.bar) - logit(score);
    if ((missing > 0) == verdict.answer.has_value())
        return changes; // something else decided
    for (const Factor &factor : verdict.confidence.factors) {
        const auto needed = neededOf(verdict, factor, missing);
        const double most = factor.name == QLatin1String("similarity") ? out : 1.0;
        if (needed && std::isfinite(*needed) && *needed >= 0 && *needed <= most)
            changes += {factor.name, factor.value, *needed};
    }
    std::stable_sort(changes.begin(), changes.end(), [](const WhatIf &one, const WhatIf &other) {
        const auto rank = [](const WhatIf &change) {
            return change.factor == QLatin1String("similarity") ? -1.0 : std::abs(change.needed - change.value);
        };
        return rank(one) < rank(other);
    });
    return changes;
}

QString whatIfSentence(const Verdict &verdict) {
    if (!decidedByTheBar(verdict))
        return verdict.handoff && verdict.handoff->category == HandoffCategory::Ambiguous
                   ? tr("The bar played no part: two articles are too close to tell apart.")
                   : QString();
    const QVector<WhatIf> changes = whatWouldChange(verdict);
    if (verdict.answer) {
        if (changes.isEmpty())
            return tr("No single factor could have kept this answer back.");
        return tr("With a %1 under %2 instead of %3 a person would have got it.")
            .arg(nameOf(changes.first().factor), twoDigits(changes.first().needed), twoDigits(changes.first().value));
    }
    if (changes.isEmpty())
        return verdict.confidence.score < verdict.bar ? tr("No single factor would have been enough.") : QString();
    // Rounded up: the value named must be enough.
    return tr("A %1 of %2 instead of %3 would have been enough.")
        .arg(nameOf(changes.first().factor), twoDigits(std::min(1.0, std::ceil(changes.first().needed * 100) / 100)),
             twoDigits(changes.first().value));
}

} // namespace relaydesk
