// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/activity.h"
#include "models/desk/deed.h"
#include "models/items/csvline.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Activity", text); }

const QVector<EventKind> &kinds() {
    static const QVector<EventKind> all{EventKind::Message,    EventKind::Claimed,  EventKind::Released,
                                        EventKind::Resolved,   EventKind::Returned, EventKind::Reopened,
                                        EventKind::Noted,      EventKind::Changed,  EventKind::Learned,
                                        EventKind::RolledBack, EventKind::Edited,   EventKind::Setting};
    return all;
}

QString word(const Event &event, const char *key) {
    const QJsonValue value = event.data.value(QLatin1String(key));
    if (value.isArray())
        return value.toVariant().toStringList().join(tr(", "));
    return value.toVariant().toString();
}

QString momentOf(const QString &iso) {
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

QString changeWords(const Event &event) {
    const QString what = word(event, "what");
    const QString from = word(event, "from");
    const QString to = word(event, "to");
    if (what == deeds::priority)
        return tr("Priority from %1 to %2").arg(from, to);
    if (what == deeds::tags)
        return from.isEmpty() ? tr("Tagged \"%1\"").arg(to)
               : to.isEmpty() ? tr("Tags \"%1\" removed").arg(from)
                              : tr("Tags from \"%1\" to \"%2\"").arg(from, to);
    if (what == deeds::snoozed)
        return to.isEmpty() ? tr("Back from snooze") : tr("Snoozed until %1").arg(momentOf(to));
    if (what == deeds::merged)
        return to == QLatin1String("0") ? tr("No longer merged into ticket %1").arg(from)
                                        : tr("Merged into ticket %1").arg(to);
    if (what == deeds::split)
        return tr("Split from ticket %1").arg(from);
    if (what == deeds::undone)
        return tr("Taken back: %1").arg(from);
    return tr("Changed: %1").arg(what);
}

QString wordsFor(const Event &event) {
    const QString undone = event.data.contains(QLatin1String("undone")) ? tr(" (taken back)") : QString();
    switch (event.kind) {
    case EventKind::Message:
        return tr("Wrote to the customer");
    case EventKind::Claimed:
        return (event.data.contains(QLatin1String("from")) ? tr("Took it over") : tr("Took it")) + undone;
    case EventKind::Released:
        return tr("Put it back into the queue") + undone;
    case EventKind::Resolved:
        return (event.data.contains(QLatin1String("with"))
                    ? tr("Resolved together with ticket %1").arg(word(event, "with"))
                    : tr("Resolved it")) +
               undone;
    case EventKind::Returned:
        return tr("Gave it back to the assistant") + undone;
    case EventKind::Reopened:
        return tr("Opened it again") + undone;
    case EventKind::Noted:
        return tr("Noted: %1").arg(word(event, "text").simplified().left(200));
    case EventKind::Changed:
        return changeWords(event);
    case EventKind::Learned:
        return tr("Taught article %1").arg(event.article.value);
    case EventKind::RolledBack:
        return tr("Rolled back what article %1 had learned").arg(event.article.value);
    case EventKind::Edited:
        return tr("Edited article %1, version %2").arg(QString::number(event.article.value), word(event, "version"));
    case EventKind::Setting:
        return tr("Setting %1 changed").arg(word(event, "key"));
    default:
        return keyOf(event.kind);
    }
}

} // namespace

Result<QVector<ActivityRow>> readActivity(const Stores &stores, const ActivityFilter &filter) {
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    QHash<AgentId, QString> names;
    for (const Agent &agent : *agents)
        names.insert(agent.id, agent.name);
    EventFilter wanted{.kinds = kinds(), .from = filter.from, .to = filter.to};
    wanted.newest = filter.most;
    wanted.ticket = filter.ticket;
    wanted.agent = filter.agent;
    if (filter.before.isValid())
        wanted.before = filter.before;
    QVector<ActivityRow> rows;
    while (rows.size() < filter.most) {
        const auto events = stores.events.events(wanted);
        RELAYDESK_TRY(events);
        for (auto event = events->crbegin(); event != events->crend() && rows.size() < filter.most; ++event) {
            if (event->kind == EventKind::Message && !event->agent.isValid())
                continue; // what customers and the assistant say is no deed
            rows.append(
                {event->id, event->at, names.value(event->agent, tr("Relaydesk")), event->ticket, wordsFor(*event)});
        }
        if (events->size() < filter.most)
            break;
        wanted.before = events->first().id;
    }
    return rows;
}

QByteArray activityCsvHeader() { return csvLine({tr("When"), tr("Who"), tr("Ticket"), tr("What")}); }

QByteArray activityCsv(const QVector<ActivityRow> &rows) {
    QByteArray csv;
    for (const ActivityRow &row : rows)
        csv += csvLine({row.at.toUTC().toString(Qt::ISODate), row.who,
                        row.ticket.isValid() ? QString::number(row.ticket.value) : QString(), row.what});
    return csv;
}

} // namespace relaydesk
