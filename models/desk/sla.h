// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! By when a ticket should have its first answer and its solution, and how much of that time is left.
#pragma once
#include "models/desk/businesshours.h"
#include "models/domain/stores.h"

namespace relaydesk {

//! Minutes within the business hours; 0: no target.
struct SlaTargets {
    int firstResponse = 0;
    int resolution = 0;
    friend bool operator==(const SlaTargets &, const SlaTargets &) = default;
};

//! The defaults: on, around the clock, urgent 15 min and 4 h, high 30 min and 8 h, normal 1 h and 24 h, low 4 h and 72
//! h.
struct SlaPolicy {
    bool isOn = true;
    std::array<SlaTargets, 4> targets{{{240, 4320}, {60, 1440}, {30, 480}, {15, 240}}}; //!< by Priority
    BusinessHours hours;
    const SlaTargets &of(Priority priority) const { return targets[size_t(priority)]; }
    friend bool operator==(const SlaPolicy &, const SlaPolicy &) = default;
};

enum class Due { Nothing, FirstResponse, Resolution };

struct Deadline {
    Due due = Due::Nothing;
    QDateTime at;           //!< UTC; invalid: nothing is due, or the clock stands still
    qint64 secondsLeft = 0; //!< within the business hours; negative: so long over
    bool isBreached = false;
    bool isPaused = false; //!< snoozed, or it is the customer's turn
    friend bool operator==(const Deadline &, const Deadline &) = default;
};

//! What is due next: the first response until there was one, then the resolution. The clock stands still while the
//! ticket is snoozed, and for the resolution also while it is the customer's turn. Ended and merged tickets: nothing.
Deadline deadlineOf(const Ticket &ticket, const SlaPolicy &policy, const QDateTime &now);

//! "First response due in 12 min", "Resolution 2 h 5 min overdue", "Resolution: 3 h left, clock stopped"; empty:
//! nothing is due.
QString deadlineWords(const Deadline &deadline);
//! "2 d 3 h", "1 h 5 min", "12 min", "under a minute"; of the absolute value.
QString spanWords(qint64 seconds);

// The setting "sla.policy" is a JSON object: on, targets {low|normal|high|urgent: {firstResponse, resolution}} in
// minutes, zone, days {mon … sun: ["09:00", "17:00"] or []}, holidays ["2026-12-25"]. What is left out has its default.
Result<SlaPolicy> readSlaPolicy(const SettingStore &store); //!< what cannot be read counts as not set
Result<SlaPolicy> slaPolicyFrom(const QString &setting);    //!< or a sentence which part is wrong
QString toSetting(const SlaPolicy &policy);                 //!< for Desk::setSetting(slaKey, …)
inline const QString slaKey = QStringLiteral("sla.policy");

} // namespace relaydesk
