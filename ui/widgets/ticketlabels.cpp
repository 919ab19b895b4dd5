// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/ticketlabels.h"
#include "models/items/clocktime.h"
#include "models/items/tickettablemodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

constexpr qint64 minute = 60; // in seconds
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 longWait = 5 * minute;
constexpr qint64 veryLongWait = 15 * minute;
constexpr qint64 soon = 15 * minute;

QString tr(const char *text) { return QCoreApplication::translate("TicketLabels", text); }

} // namespace

QString waitingWords(qint64 seconds) {
    if (seconds < minute)
        return tr("under a minute");
    if (seconds < hour)
        return tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return seconds < 2 * day ? tr("1 day") : tr("%1 days").arg(seconds / day);
}

QString momentWords(const QDateTime &moment, const QDateTime &now) {
    const QDate date = moment.toLocalTime().date();
    const qint64 days = now.toLocalTime().date().daysTo(date);
    const QString time = clockTime(moment);
    if (days == 0)
        return time;
    return days > 0 && days < 7 ? tr("%1 %2").arg(QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat), time)
                                : tr("%1 %2").arg(QLocale().toString(date, QLocale::ShortFormat), time);
}

TicketLabel dueLabel(const TicketRow &ticket, const QDateTime &now) {
    if (ticket.status == TicketStatus::Resolved || ticket.status == TicketStatus::Returned)
        return {};
    if (ticket.snoozedUntil.isValid())
        return {tr("back %1").arg(momentWords(ticket.snoozedUntil, now)), Tone::Neutral};
    const Deadline &deadline = ticket.deadline;
    if (deadline.due == Due::Nothing) {
        const qint64 waited = ticket.openedAt.secsTo(now);
        return {waitingWords(waited), waited >= veryLongWait ? Tone::Bad
                                      : waited >= longWait   ? Tone::Warning
                                                             : Tone::Neutral};
    }
    const QString span = spanWords(deadline.secondsLeft);
    if (deadline.isBreached)
        return {tr("%1 over").arg(span), Tone::Bad};
    if (deadline.isPaused)
        return {tr("%1 left, paused").arg(span), Tone::Neutral};
    return {tr("%1 left").arg(span), deadline.secondsLeft < soon ? Tone::Warning : Tone::Neutral};
}

TicketLabel priorityLabel(Priority priority) {
    switch (priority) {
    case Priority::Urgent:
        return {priorityWords(priority), Tone::Bad};
    case Priority::High:
        return {priorityWords(priority), Tone::Warning};
    case Priority::Low:
        return {priorityWords(priority), Tone::Neutral};
    case Priority::Normal:
        break;
    }
    return {};
}

TicketLabel statusLabel(const TicketRow &ticket) {
    switch (ticket.status) {
    case TicketStatus::Claimed:
        return {ticketStatusWords(ticket.status), Tone::People};
    case TicketStatus::Resolved:
        return {ticketStatusWords(ticket.status), Tone::Good};
    case TicketStatus::Returned:
        return {ticketStatusWords(ticket.status), Tone::Assistant};
    case TicketStatus::Waiting:
        break;
    }
    return {ticketStatusWords(ticket.status), Tone::Neutral};
}

TicketLabel reasonLabel(const TicketRow &ticket) {
    const bool isAboutConfidence = ticket.category == HandoffCategory::LowConfidence ||
                                   ticket.category == HandoffCategory::Ambiguous ||
                                   ticket.category == HandoffCategory::MissingKnowledge;
    QString reason = categoryWords(ticket.category);
    if (isAboutConfidence && ticket.confidence > 0)
        reason += QLatin1Char(' ') + QLocale().toString(ticket.confidence, 'f', 2);
    return {reason, toneOf(ticket.category)};
}

QVector<TicketLabel> markLabels(const TicketRow &ticket) {
    QVector<TicketLabel> labels;
    if (ticket.status == TicketStatus::Claimed)
        labels.append({ticket.isMine ? tr("Mine") : ticket.agent, Tone::People});
    if (ticket.isCustomersTurn && ticket.status == TicketStatus::Claimed)
        labels.append({tr("Customer\u2019s turn"), Tone::Neutral});
    if (ticket.merged > 0)
        labels.append({tr("+%1 merged").arg(ticket.merged), Tone::Accent});
    return labels;
}

} // namespace relaydesk
