// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What another bar would have made of the past: how much would have been answered, and how much of it wrongly.
#pragma once
#include "models/domain/stores.h"
#include "models/domain/wilson.h"
#include <optional>

namespace relaydesk {

//! A verdict as far as the bar goes.
struct PastVerdict {
    EventId event;
    ConversationId conversation;
    QDateTime at;
    QString question;
    double confidence = 0;     //!< 0 to 1
    bool answered = false;     //!< what was done
    bool byTheBar = false;     //!< the bar decided; else (a tie, a wish for a person …) no bar would have changed it
    bool stored = false;       //!< its answer was one of the knowledge, not one the model wrote
    std::optional<bool> right; //!< verified, by somebody who was not free to keep silent
};

//! Verdicts and feedback, oldest first. Left out are picks of "Did you mean …?": their question stands there already.
QVector<PastVerdict> pastVerdicts(const QVector<Event> &events);
Result<QVector<PastVerdict>> readPast(const EventStore &events, const QDateTime &from);

struct Outlook {
    int answered = 0;
    int handedOver = 0;       //!< or asked back
    double wrongExpected = 0; //!< of `answered`, as the confidence says
    int judged = 0;           //!< of `answered`
    int judgedWrong = 0;
    Band wrongShare; //!< 0 to 1, of the answers, as far as the judged ones tell
    friend bool operator==(const Outlook &, const Outlook &) = default;
};

Outlook outlookAt(const QVector<PastVerdict> &past, double bar);
//! Those that would have gone the other way, newest first, at most `most`.
QVector<PastVerdict> changingSides(const QVector<PastVerdict> &past, double bar, int most);

//! A step of the reliability diagram: what was said and what was right.
struct ReliabilityStep {
    double low = 0;
    double high = 0;
    int judged = 0;
    int right = 0;
    double said = 0; //!< mean confidence of the judged
    friend bool operator==(const ReliabilityStep &, const ReliabilityStep &) = default;
};
//! `steps` equal steps from 0 to 1 over the judged verdicts.
QVector<ReliabilityStep> reliabilityOf(const QVector<PastVerdict> &past, int steps);
//! The mean distance between said and right, weighted by how many were judged; 0 where none was.
double calibrationError(const QVector<ReliabilityStep> &steps);

} // namespace relaydesk
