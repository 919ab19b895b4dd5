// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketwords.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TicketPane", text); }

} // namespace

QVector<MessageRow> withSummary(const TicketDetails &details) {
    QVector<MessageRow> rows = details.messages;
    if (details.ticket.summary.isEmpty())
        return rows;
    MessageRow note;
    note.author = Author::System;
    // One line each, as Markdown has it.
    const QString summary = QString(details.ticket.summary).replace(u'\n', QLatin1String("  \n"));
    note.text = details.summaryBy.isEmpty()
                    ? tr("Summary for you:  \n%1").arg(summary)
                    : tr("Summary for you, written by %1:  \n%2").arg(details.summaryBy, summary);
    note.at = details.ticket.openedAt;
    note.isNote = true;
    qsizetype place = rows.size();
    while (place > 0 && rows[place - 1].at > note.at)
        --place;
    // What is read on later comes before the first of them: that one stays the first.
    rows.insert(place == 0 && details.hasEarlier && !rows.isEmpty() ? 1 : place, note);
    return rows;
}

const Verdict &suggestionFor(const TicketDetails &details) { return details.reply ? *details.reply : details.verdict; }

QString originOf(const Verdict &verdict) {
    QStringList parts;
    if (verdict.written)
        parts += tr("written by %1, %2")
                     .arg(verdict.model.isEmpty() ? tr("the language model") : verdict.model,
                          QString::number(verdict.confidence.score, 'f', 2));
    for (const Source &source : verdict.sources.mid(0, verdict.written ? 3 : 1))
        parts += QStringLiteral("\u201c%1\u201d %2").arg(source.title, QString::number(source.score, 'f', 2));
    return tr("From: %1").arg(parts.join(QStringLiteral(" \u00b7 ")));
}

} // namespace relaydesk
