// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/analyticswords.h"
#include "models/items/ticketlistmodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk::analyticswords {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("Analytics", text); }
} // namespace

QString number(int value) { return QLocale().toString(value); }

QString share(int part, int whole) {
    if (whole == 0)
        return QStringLiteral("–");
    return tr("%1 %").arg(QLocale().toString(100.0 * part / whole, 'f', 1));
}

QString duration(qint64 ms) {
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return seconds % 60 == 0 ? tr("%1 m").arg(seconds / 60) : tr("%1 m %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 86400)
        return tr("%1 h %2 m").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return tr("%1 d %2 h").arg(seconds / 86400).arg(seconds % 86400 / 3600);
}

QString day(const QDate &date) { return QLocale().toString(date, QStringLiteral("d MMM")); }

QString days(const QDate &first, const QDate &last) {
    const auto whole = [](const QDate &date) { return QLocale().toString(date, QStringLiteral("d MMM yyyy")); };
    if (first == last)
        return whole(first);
    return (first.year() == last.year() ? day(first) : whole(first)) + QStringLiteral(" – ") + whole(last);
}

QString subjectTitle(Subject subject) {
    switch (subject) {
    case Subject::TotalQueries:
        return tr("Total queries");
    case Subject::AiResolved:
        return tr("Resolved by the assistant");
    case Subject::AiConfirmed:
        return tr("Confirmed answers of the assistant");
    case Subject::HumanResolved:
        return tr("Resolved by people");
    case Subject::LearningEvents:
        return tr("Learning events");
    case Subject::RollBacks:
        return tr("Rolled back");
    case Subject::StillOpen:
        return tr("Still open");
    case Subject::FirstReplies:
        return tr("Hand-offs that a person answered");
    case Subject::Handoffs:
        return tr("Hand-offs");
    }
    return {};
}

QString title(const Selection &selection, const AnalyticsReport &report) {
    QString title = subjectTitle(selection.subject);
    if (selection.reason)
        title += QStringLiteral(": ") + categoryWords(*selection.reason);
    const bool isStep = selection.step && *selection.step >= 0 && *selection.step < report.steps.size();
    const QDate first = isStep ? report.steps[*selection.step].first : report.period.first;
    const QDate last = isStep ? report.steps[*selection.step].last : report.period.last;
    return title + QStringLiteral(" · ") + days(first, last);
}

} // namespace relaydesk::analyticswords
