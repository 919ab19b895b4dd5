// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/sla.h"
#include "models/desk/ticketclock.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Sla", text); }

QString with(const char *text, int number) { return tr(text).arg(number); }

} // namespace

Deadline deadlineOf(const Ticket &ticket, const SlaPolicy &policy, const QDateTime &now) {
    if (!policy.isOn || !ticket.isOpen() || ticket.mergedInto.isValid())
        return {};
    const SlaTargets &targets = policy.of(ticket.priority);
    const bool isAnswered = ticket.firstReplyAt.isValid();
    const int minutes = isAnswered || targets.firstResponse == 0 ? targets.resolution : targets.firstResponse;
    if (minutes == 0)
        return {};
    const bool isFirst = !isAnswered && targets.firstResponse > 0;
    const qint64 paused = pausedUntil(ticket, policy.hours, now);
    const qint64 target = qint64(minutes) * 60;
    Deadline deadline{.due = isFirst ? Due::FirstResponse : Due::Resolution};
    deadline.secondsLeft = target + paused - businessSeconds(policy.hours, ticket.openedAt, now);
    deadline.isBreached = deadline.secondsLeft < 0;
    deadline.isPaused = isPaused(ticket, now);
    if (!deadline.isPaused)
        deadline.at = afterBusinessSeconds(policy.hours, ticket.openedAt, target + paused);
    return deadline;
}

QString spanWords(qint64 seconds) {
    const qint64 minutes = qAbs(seconds) / 60;
    const int days = int(minutes / 1440);
    const int hours = int(minutes / 60 % 24);
    const int rest = int(minutes % 60);
    if (minutes == 0)
        return tr("under a minute");
    QStringList words;
    if (days > 0)
        words += with("%1 d", days);
    if (hours > 0)
        words += with("%1 h", hours);
    if (rest > 0 && days == 0)
        words += with("%1 min", rest);
    return words.join(u' ');
}

QString deadlineWords(const Deadline &deadline) {
    if (deadline.due == Due::Nothing)
        return {};
    const QString what = deadline.due == Due::FirstResponse ? tr("First response") : tr("Resolution");
    const QString span = spanWords(deadline.secondsLeft);
    if (deadline.isBreached)
        return deadline.isPaused ? tr("%1 %2 overdue, clock stopped").arg(what, span)
                                 : tr("%1 %2 overdue").arg(what, span);
    return deadline.isPaused ? tr("%1: %2 left, clock stopped").arg(what, span) : tr("%1 due in %2").arg(what, span);
}

} // namespace relaydesk
