// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Numbers, days and selections of the analytics page in words.
#pragma once
#include "ui/analytics/selection.h"
#include <QtCore/QString>

namespace relaydesk::analyticswords {

QString number(int value);                           //!< "3,482" as the person's country writes it
QString share(int part, int whole);                  //!< "78.4 %", a dash without a whole
QString duration(qint64 ms);                         //!< "48 s", "2 m 40 s", "3 h 12 m", "2 d 4 h"
QString day(const QDate &date);                      //!< "24 Oct"
QString days(const QDate &first, const QDate &last); //!< "24 Oct – 22 Nov 2026", one day: "24 Oct 2026"
QString title(const Selection &selection, const AnalyticsReport &report);
QString subjectTitle(Subject subject);

} // namespace relaydesk::analyticswords
