// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the assistant decided about one query, with everything that led to it.
#pragma once
#include "models/domain/bar.h"
#include "models/domain/confidence.h"
#include "models/domain/conversation.h"
#include "models/domain/handoff.h"
#include "models/domain/ids.h"
#include <optional>

namespace relaydesk {

//! An article the verdict looked at.
struct Source {
    ArticleId article;
    QString title;
    double score = 0; //!< similarity to the question, 0 to 1
    friend bool operator==(const Source &, const Source &) = default;
};

struct Verdict {
    QString question;              //!< the turn: one message, or a burst joined by newlines
    std::optional<QString> answer; //!< what the customer gets; nothing when handed over
    QString draft;                 //!< an answer that was not sure enough: for the agent
    ArticleId article;             //!< the stored answer used (also for a draft); invalid for a written one
    bool written = false;          //!< by the language model
    QString model;                 //!< that wrote it, as the server says; empty: it said nothing
    Confidence confidence;
    double bar = 0;           //!< what the score was held against
    BarGround ground;         //!< why the bar stood there
    QVector<double> features; //!< the calibrator's, of the stored answer: kept for a refit
    QVector<Choice> choices;  //!< "Did you mean …?": neither answered nor handed over yet
    bool picked = false;      //!< the customer chose this answer from such choices
    QVector<Source> sources;  //!< best first
    std::optional<HandoffReason> handoff;
    bool isHandoff() const { return handoff.has_value(); }
    bool asksBack() const { return !handoff && !choices.isEmpty(); }
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace relaydesk
