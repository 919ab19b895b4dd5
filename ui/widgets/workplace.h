// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How an agent wants to work at this computer: time to take a reply back, notices, quiet hours, spelling, motion.
#pragma once
#include <QtCore/QTime>

namespace relaydesk {

//! Kept with the program, not in the database.
struct Workplace {
    static constexpr int mostUndoSeconds = 60;

    int undoSeconds = 5; //!< in which a sent reply can be taken back; 0: it is out at once
    bool notifies = true;
    bool sounds = false;
    bool hasQuietHours = false;
    QTime quietFrom{18, 0};
    QTime quietTo{8, 0}; //!< may be before quietFrom: over midnight
    bool spells = true;
    bool littleMotion = false; //!< nothing moves, also where the system would let it

    static Workplace read();
    void write() const;
    bool isQuiet(QTime now) const;
    friend bool operator==(const Workplace &, const Workplace &) = default;
};

} // namespace relaydesk
