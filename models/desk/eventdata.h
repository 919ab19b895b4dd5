// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How a verdict stands in the data of its event: everything, so that a number can be explained years later.
#pragma once
#include "models/domain/verdict.h"
#include <QtCore/QJsonObject>

namespace relaydesk {

//! Keys: decision (answered, handed_over, asked_back), question, answer, draft, article, written, model,
//! picked, confidence, base, factors[], features[], bar, barRule, barWanted, barOutcomes, barJudged, barRight,
//! sources[], choices[], and for a hand-off category and sentence.
QJsonObject toJson(const Verdict &verdict);
//! The verdict as far as the object holds it; missing keys give empty values.
Verdict verdictFromJson(const QJsonObject &object);

} // namespace relaydesk
