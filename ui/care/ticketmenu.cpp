// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/care/ticketmenu.h"
#include "models/desk/when.h"
#include "ui/care/mergequestion.h"
#include "ui/widgets/linequestion.h"
#include <QtCore/QLocale>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

//! Those that every one of them has.
QStringList commonTags(const QVector<TicketRow> &rows) {
    QStringList common = rows.isEmpty() ? QStringList() : rows.first().tags;
    for (const TicketRow &row : rows)
        common.removeIf([&](const QString &tag) { return !row.tags.contains(tag); });
    return common;
}

QStringList tagsIn(const QString &text) { return cleanTags(text.split(u',')); }

Result<QDateTime> momentOf(const QString &text) {
    return parseWhen(text, QDateTime::currentDateTimeUtc(), QTimeZone::systemTimeZone());
}

QStringList without(QStringList tags, const QStringList &others) {
    tags.removeIf([&](const QString &tag) { return others.contains(tag); });
    return tags;
}

} // namespace

TicketMenu::TicketMenu(TicketActions &actions, const Chosen &chosen, QWidget *parent)
    : QMenu(parent)
    , m_actions(actions)
    , m_chosen(chosen) {
    setObjectName(QStringLiteral("ticketMenu"));
    setAccessibleName(tr("What to do with the chosen tickets"));
    m_priorities = buildPriorities();
    m_agents = addMenu(tr("&Assign"));
    m_agents->setObjectName(QStringLiteral("assignMenu"));
    m_agents->menuAction()->setObjectName(QStringLiteral("assignMenuEntry"));
    m_agents->setAccessibleName(tr("Assign"));
    m_times = buildTimes();
    buildRest();
    fillAgents();
    connect(m_agents, &QMenu::aboutToShow, this, &TicketMenu::fillAgents);
    connect(this, &QMenu::aboutToShow, this, &TicketMenu::prepare);
    connect(m_times, &QMenu::aboutToShow, this, &TicketMenu::prepare);
    connect(&actions, &TicketActions::mergeDoubted, this, &TicketMenu::askWhetherToMerge);
}

QAction *TicketMenu::add(QMenu *menu, const QString &text, const QString &name, const std::function<void()> &deed) {
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, deed);
    return action;
}

QMenu *TicketMenu::buildPriorities() {
    QMenu *menu = addMenu(tr("&Priority"));
    menu->setObjectName(QStringLiteral("priorityMenu"));
    menu->menuAction()->setObjectName(QStringLiteral("priorityMenuEntry"));
    menu->setAccessibleName(tr("Priority"));
    const auto offer = [&](const QString &text, Priority priority) {
        add(menu, text, QStringLiteral("priority.") + keyOf(priority),
            [this, priority] { m_actions.setPriority(ids(), priority); });
    };
    offer(tr("&Urgent"), Priority::Urgent);
    offer(tr("&High"), Priority::High);
    offer(tr("&Normal"), Priority::Normal);
    offer(tr("&Low"), Priority::Low);
    return menu;
}

QMenu *TicketMenu::buildTimes() {
    QMenu *menu = addMenu(tr("&Snooze"));
    menu->setObjectName(QStringLiteral("snoozeMenu"));
    menu->menuAction()->setObjectName(QStringLiteral("snoozeMenuEntry"));
    menu->setAccessibleName(tr("Snooze"));
    const auto offer = [&](const QString &text, const char *when) {
        add(menu, text, QStringLiteral("snooze.") + QLatin1String(when), [this, when] {
            if (const auto moment = momentOf(QLatin1String(when)))
                m_actions.snooze(ids(), *moment);
        });
    };
    offer(tr("For &1 hour"), "1h");
    offer(tr("For &3 hours"), "3h");
    offer(tr("Until &tomorrow 9:00"), "tomorrow 9:00");
    offer(tr("Until &Monday 9:00"), "monday");
    offer(tr("For a &week"), "1 week");
    menu->addSeparator();
    add(menu, tr("&Until\u2026"), QStringLiteral("snooze.ask"), [this] { askForTime(); });
    m_wake = add(menu, tr("Wa&ke up"), QStringLiteral("wake"), [this] { m_actions.wake(ids()); });
    return menu;
}

void TicketMenu::buildRest() {
    add(this, tr("&Tags\u2026"), QStringLiteral("tags"), [this] { askForTags(); });
    addSeparator();
    add(this, tr("&Merge into\u2026"), QStringLiteral("merge"), [this] { askForTarget(); });
    m_unmerge =
        add(this, tr("Stand for &itself again"), QStringLiteral("unmerge"), [this] { m_actions.unmerge(ids()); });
    addSeparator();
    add(this, tr("&History\u2026"), QStringLiteral("ticketHistory"), [this] {
        if (const QVector<TicketId> tickets = ids(); !tickets.isEmpty())
            m_actions.showHistory(tickets.first(), parentWidget());
    });
    m_resolve = add(this, tr("&Resolve, learning nothing"), QStringLiteral("resolveChosen"), [this] { resolve(); });
}

void TicketMenu::fillAgents() {
    m_agents->clear();
    add(m_agents, tr("&Me"), QStringLiteral("assign.me"), [this] { m_actions.assign(ids(), m_actions.agent().id); });
    add(m_agents, tr("&Nobody"), QStringLiteral("assign.nobody"), [this] { m_actions.assign(ids(), {}); });
    m_agents->addSeparator();
    for (const Agent &agent : m_actions.colleagues()) {
        if (agent.id == m_actions.agent().id)
            continue;
        const QString name = QString(agent.name).replace(u'&', QStringLiteral("&&"));
        add(m_agents, agent.available ? name : tr("%1 (away)").arg(name),
            QStringLiteral("assign.%1").arg(agent.id.value), [this, id = agent.id] { m_actions.assign(ids(), id); });
    }
}

void TicketMenu::prepare() {
    const QVector<TicketRow> rows = m_chosen();
    const bool may = !rows.isEmpty() && !m_actions.isReadOnly();
    for (QMenu *menu : {m_priorities, m_agents, m_times})
        menu->setEnabled(may);
    for (QAction *action : actions())
        action->setEnabled(may);
    m_wake->setEnabled(
        may && std::any_of(rows.begin(), rows.end(), [](const TicketRow &row) { return row.snoozedUntil.isValid(); }));
}

QVector<TicketId> TicketMenu::ids() const {
    QVector<TicketId> ids;
    for (const TicketRow &row : m_chosen())
        ids += row.id;
    return ids;
}

void TicketMenu::askForTags() {
    const QVector<TicketId> tickets = ids();
    if (tickets.isEmpty())
        return;
    const QStringList before = commonTags(m_chosen());
    const auto check = [](const QString &text) -> Result<QString> {
        const QStringList tags = tagsIn(text);
        return tags.isEmpty() ? tr("Without tags.") : tr("Tagged %1.").arg(tags.join(tr(", ")));
    };
    const QString label = tickets.size() == 1
                              ? tr("Tags, separated by commas")
                              : tr("Tags that all %1 tickets have, separated by commas").arg(tickets.size());
    auto *question = new LineQuestion(tr("Set tags"), label, check, parentWidget());
    question->setText(before.join(tr(", ")));
    question->setParts(without(m_actions.tags(), before).mid(0, 5));
    connect(question, &LineQuestion::answered, &m_actions, [this, tickets, before](const QString &text) {
        const QStringList after = tagsIn(text);
        m_actions.retag(tickets, without(after, before), without(before, after));
    });
    question->open();
}

void TicketMenu::askForTime() {
    const QVector<TicketId> tickets = ids();
    if (tickets.isEmpty())
        return;
    const auto check = [](const QString &text) -> Result<QString> {
        return momentOf(text).map([](const QDateTime &moment) {
            return tr("Back on %1.").arg(QLocale().toString(moment.toLocalTime(), QLocale::LongFormat));
        });
    };
    auto *question = new LineQuestion(tr("Snooze"), tr("Until when?"), check, parentWidget());
    question->setPlaceholder(tr("2h30m, tomorrow 9:00, Monday, in 3 days"));
    connect(question, &LineQuestion::answered, &m_actions, [this, tickets](const QString &text) {
        if (const auto moment = momentOf(text))
            m_actions.snooze(tickets, *moment);
    });
    question->open();
}

//! Of several, the oldest is proposed.
void TicketMenu::askForTarget() {
    const QVector<TicketId> tickets = ids();
    if (tickets.isEmpty())
        return;
    const auto numberOf = [](QString text) { return TicketId{text.remove(u'#').trimmed().toLongLong()}; };
    const auto check = [tickets, numberOf](const QString &text) -> Result<QString> {
        const TicketId into = numberOf(text);
        if (!into.isValid())
            return failure(ErrorKind::Invalid, tr("Type the number of a ticket: 1042."));
        if (tickets == QVector{into})
            return failure(ErrorKind::Invalid, tr("That is the ticket itself; type the number of another one."));
        return tr("What is answered in #%1 is answered in all of them; they end together.").arg(into.value);
    };
    const QString label = tickets.size() == 1 ? tr("Merge ticket #%1 into which ticket?").arg(tickets.first().value)
                                              : tr("Merge %1 tickets into which of them?").arg(tickets.size());
    auto *question = new LineQuestion(tr("Merge"), label, check, parentWidget());
    if (tickets.size() > 1)
        question->setText(QString::number(std::min_element(tickets.begin(), tickets.end())->value));
    connect(question, &LineQuestion::answered, &m_actions,
            [this, tickets, numberOf](const QString &text) { m_actions.merge(tickets, numberOf(text)); });
    question->open();
}

//! Of several menus of one window, the one that is seen asks.
void TicketMenu::askWhetherToMerge(const QVector<TicketId> &tickets, TicketId into, const QString &sentence) {
    if (!parentWidget()->isVisible())
        return;
    auto *question = new MergeQuestion(sentence, parentWidget());
    connect(question, &QDialog::accepted, &m_actions, [this, tickets, into] { m_actions.merge(tickets, into, true); });
    question->open();
}

void TicketMenu::resolve() { m_actions.resolve(ids()); }

void TicketMenu::openBelow(QPushButton &button, QMenu &menu) {
    connect(&button, &QPushButton::clicked, &menu,
            [&button, &menu] { menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2))); });
}

} // namespace relaydesk
