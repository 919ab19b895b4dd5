// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What past answers would score under the fit in force: the bar is read off it, and so is any recount of the past.
#pragma once
#include "models/desk/judgedanswers.h"
#include "models/desk/smallweights.h"

namespace relaydesk {

class KnowledgeBase;

//! What the desk would be sure of today, 0 to 1; where the matcher cannot say, what it was sure of then.
double scoreNow(const KnowledgeBase &knowledge, const SmallWeights &weights, const JudgedAnswer &answer);

//! The stored answers among verdict events, in their order; nobody has judged them here.
QVector<JudgedAnswer> storedAnswers(const QVector<Event> &events);

} // namespace relaydesk
