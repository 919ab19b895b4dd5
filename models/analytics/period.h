// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whole days on the calendar of a place, and how a chart cuts them into steps.
#pragma once
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtCore/QVector>
#include <optional>

namespace relaydesk {

struct Period {
    QDate first; //!< invalid: from the first thing that happened on
    QDate last;  //!< still part of it
    QTimeZone zone = QTimeZone::systemTimeZone();

    bool hasStart() const { return first.isValid(); }
    int days() const { return int(first.daysTo(last)) + 1; }
    QDateTime from() const { return first.startOfDay(zone); }         //!< invalid without a start
    QDateTime to() const { return last.addDays(1).startOfDay(zone); } //!< the first moment after it
    //! As many days, just before.
    Period before() const { return {first.addDays(-days()), first.addDays(-1), zone}; }
    friend bool operator==(const Period &, const Period &) = default;
};

//! Steps of one day up to 120 days, of whole weeks beyond, so that there are never more than 120. The last step ends
//! with the period; where it does not divide evenly, the first one is shorter.
class Steps {
  public:
    static constexpr int most = 120;
    static constexpr int lead = 6; //!< days before the period that are still told apart

    //! `period` has a start that does not come after its end.
    explicit Steps(const Period &period);

    int count() const { return m_count; }
    int daysEach() const { return m_daysEach; }
    QDate first(int step) const;
    QDate last(int step) const { return m_period.last.addDays(-(m_count - 1 - step) * m_daysEach); }
    //! The day of the period in which `at` lies, from 0; down to -lead before it; nothing outside of that.
    std::optional<int> dayOf(const QDateTime &at) const;
    //! -1 for what lies outside of the period.
    int stepOf(const QDateTime &at) const;

  private:
    Period m_period;
    int m_daysEach = 1;
    int m_count = 1;
    int m_missing = 0;        //!< by how many days the first step is shorter
    QVector<qint64> m_starts; //!< of each day from the lead on and of the one after the period, in ms since the epoch
};

} // namespace relaydesk
