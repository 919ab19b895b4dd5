// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Checks a written answer against the articles it was to be written from.
#pragma once
#include "models/domain/article.h"

namespace relaydesk {

struct Grounding {
    double share = 0;     //!< of the checks passed, 0 to 1
    QString answer;       //!< without citation marks and without links that no article holds
    QStringList findings; //!< what failed, as sentences for the agent
    bool refused = false; //!< the model said that it does not know, or said nothing
};

Grounding groundingOf(const QString &written, const QVector<Article> &articles);

} // namespace relaydesk
