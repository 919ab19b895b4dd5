// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! "Did you mean …?": what is offered between an answer and a hand-off, and what the customer says to it.
#pragma once
#include "models/domain/conversation.h"
#include <QtCore/QStringView>
#include <optional>

namespace relaydesk {

//! An article that could be meant, and how likely.
struct Likely {
    Choice choice;
    double probability = 0; //!< calibrated, 0 to 1, as if it were the one that is offered
    friend bool operator==(const Likely &, const Likely &) = default;
};

constexpr qsizetype mostChoices = 3;
constexpr double likelyEnough = 0.25;      //!< the first of them, to be worth a question
constexpr double likelyTogether = 0.40;    //!< that one of them is meant: the sum of their probabilities
constexpr double unlikelyToBeMeant = 0.04; //!< not offered at all

//! What to offer of `likely` (best first): nothing where it would be a guess.
QVector<Choice> choicesFrom(const QVector<Likely> &likely);

//! The choices that stand open: nobody but the customer has spoken since they were offered.
QVector<Choice> openChoices(const QVector<Message> &episode);

//! What a message says to open choices: one of them, or an invalid article for none of them; nothing where it says
//! something else. A number counts from 1.
std::optional<ArticleId> pickOf(QStringView message, const QVector<Choice> &choices);

} // namespace relaydesk
