// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/queuepane.h"
#include "ui/care/undobar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/ticketlistview.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int clockMs = 15000;
const auto orderSetting = QStringLiteral("queue/order");

QComboBox *makeChoice(const QString &name, const QString &accessible, QWidget *parent) {
    auto *choice = new QComboBox(parent);
    choice->setObjectName(name);
    choice->setAccessibleName(accessible);
    choice->setToolTip(accessible);
    choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return choice;
}

} // namespace

QueuePane::QueuePane(const Theme &theme, Remote<Reader> reader, TicketActions &actions, QWidget *parent)
    : Panel(theme, parent)
    , m_reader(reader) {
    setObjectName(QStringLiteral("queuePane"));
    setTitle(tr("Queue"));
    m_open = new Chip(theme, tr("Open %1").arg(0), Tone::Neutral, this);
    m_mine = new Chip(theme, tr("Mine %1").arg(0), Tone::Neutral, this);
    addAction(m_open);
    addAction(m_mine);
    m_list = new TicketListView(theme, this);
    m_list->setObjectName(QStringLiteral("queue"));
    m_list->setAccessibleName(tr("Tickets that wait for a person"));
    m_list->setToolTip(tr("Tickets that wait for a person"));
    m_list->setModel(&m_tickets);
    m_nothing = new EmptyState(theme, QStringLiteral("inbox"), {}, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_list);
    sayNothing(true);
    body()->addWidget(buildChoices());
    body()->addWidget(buildNext());
    body()->addWidget(m_stack, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(8, 0, 8, 0);
    below->addWidget(new UndoBar(theme, actions, QStringLiteral("queueUndo"), this));
    body()->addLayout(below);
    connect(m_list, &TicketListView::ticketSelected, this, &QueuePane::ticketSelected);
    connect(m_list, &TicketListView::ticketSelected, this, &QueuePane::showNext); // another one is next
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, &QueuePane::refresh);
    m_clock.start();
}

QWidget *QueuePane::buildChoices() {
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(6);
    m_view = makeChoice(QStringLiteral("queueView"), tr("Which tickets"), row);
    m_view->addItem(tr("Open"), int(QueueView::Open));
    m_view->addItem(tr("Mine"), int(QueueView::Mine));
    m_view->addItem(tr("Unassigned"), int(QueueView::Unassigned));
    m_view->addItem(tr("Customer\u2019s turn"), int(QueueView::CustomersTurn));
    m_view->addItem(tr("Snoozed"), int(QueueView::Snoozed));
    m_view->addItem(tr("Ended"), int(QueueView::Ended));
    m_order = makeChoice(QStringLiteral("queueOrder"), tr("What stands first"), row);
    m_order->addItem(tr("Next deadline"), int(QueueOrder::Deadline));
    m_order->addItem(tr("Waiting longest"), int(QueueOrder::LongestWait));
    m_order->addItem(tr("Priority"), int(QueueOrder::Priority));
    m_order->addItem(tr("Newest"), int(QueueOrder::Newest));
    m_order->setCurrentIndex(std::max(0, m_order->findData(QSettings().value(orderSetting).toInt())));
    layout->addWidget(m_view, 2);
    layout->addWidget(m_order, 3);
    connect(m_view, &QComboBox::currentIndexChanged, this, &QueuePane::refresh);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        QSettings().setValue(orderSetting, m_order->currentData());
        refresh();
    });
    return row;
}

QWidget *QueuePane::buildNext() {
    m_nextRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_nextRow);
    layout->setContentsMargins(8, 4, 12, 4);
    layout->setSpacing(4);
    QPushButton *next =
        makeButton(tr("Next"), QStringLiteral("nextTicket"), ButtonKind::Quiet, m_nextRow, QStringLiteral("Alt+J"));
    next->setAccessibleName(tr("Next most urgent ticket"));
    next->setToolTip(tr("To the most urgent ticket (Alt+J)"));
    m_reason = new ElidedLabel({}, m_nextRow);
    setKind(*m_reason, TextKind::Small);
    m_reason->setObjectName(QStringLiteral("nextReason"));
    layout->addWidget(next);
    layout->addWidget(m_reason, 1);
    connect(next, &QPushButton::clicked, this, &QueuePane::goToNext);
    m_nextRow->hide();
    return m_nextRow;
}

void QueuePane::setAgent(AgentId agent) {
    m_agent = agent;
    refresh();
}

Result<QueuePane::Reading> QueuePane::read(const Stores &stores, AgentId agent, QueueView view, QueueOrder order) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto open = readQueue(stores, agent, now, QueueView::Open, order);
    RELAYDESK_TRY(open);
    const auto rows = view == QueueView::Open ? open : readQueue(stores, agent, now, view, order);
    RELAYDESK_TRY(rows);
    const auto policy = readSlaPolicy(stores.settings);
    RELAYDESK_TRY(policy);
    auto tickets = stores.tickets.tickets({.openOnly = true, .most = std::numeric_limits<int>::max()});
    RELAYDESK_TRY(tickets);
    QVector<NextTicket> next;
    while (next.size() < 2) {
        const auto urgent = mostUrgent(*tickets, *policy, agent, now);
        if (!urgent)
            break;
        next += *urgent;
        tickets->removeIf([&urgent](const Ticket &ticket) { return ticket.id == urgent->ticket; });
    }
    const auto last = stores.tickets.tickets({.most = 1, .newestFirst = true});
    RELAYDESK_TRY(last);
    return Reading{*rows, *open, next, last->isEmpty() ? TicketId() : last->first().id};
}

//! Everything that happens asks for this: one reading after the other, and none that nobody waits for.
void QueuePane::refresh() {
    if (!m_reading.enter())
        return;
    const auto view = QueueView(m_view->currentData().toInt());
    const auto order = QueueOrder(m_order->currentData().toInt());
    m_reader.ask([agent = m_agent, view, order](Reader &reader) { return read(reader.stores(), agent, view, order); })
        .then(this, [this, view, order](const Result<Reading> &reading) {
            const bool isStale = m_reading.leave();
            if (!reading)
                emit failed(reading.error());
            else if (view == QueueView(m_view->currentData().toInt()) &&
                     order == QueueOrder(m_order->currentData().toInt()))
                show(*reading);
            if (isStale)
                refresh();
        });
}

void QueuePane::show(const Reading &reading) {
    m_tickets.show(reading.rows);
    m_stack->setCurrentIndex(reading.rows.isEmpty() ? 0 : 1);
    sayNothing(reading.open.isEmpty());
    const auto mine =
        std::count_if(reading.open.begin(), reading.open.end(), [](const auto &row) { return row.isMine; });
    m_open->setText(tr("Open %1").arg(reading.open.size()));
    m_mine->setText(tr("Mine %1").arg(mine));
    m_urgent = reading.next;
    showNext();
    emit openCountChanged(int(reading.open.size()));
    tellArrivals(reading);
}

//! The most urgent one but the current.
void QueuePane::showNext() {
    const auto next = std::find_if(m_urgent.begin(), m_urgent.end(),
                                   [this](const NextTicket &urgent) { return urgent.ticket != current(); });
    m_next = next == m_urgent.end() ? TicketId() : next->ticket;
    m_nextRow->setVisible(m_next.isValid());
    if (m_next.isValid())
        m_reason->setText(tr("#%1: %2").arg(m_next.value).arg(next->reason));
}

//! One that is open again, or back from its snooze, is none.
void QueuePane::tellArrivals(const Reading &reading) {
    const auto before = std::exchange(m_newest, reading.newest);
    for (const TicketRow &row : reading.open) {
        if (before && row.id > *before)
            emit ticketArrived(row);
    }
}

void QueuePane::sayNothing(bool nobodyWaits) {
    const bool isOpen = m_view == nullptr || QueueView(m_view->currentData().toInt()) == QueueView::Open;
    if (nobodyWaits && isOpen)
        m_nothing->setSentence(tr("Nobody waits for a person. What the assistant is not sure about arrives here."));
    else
        m_nothing->setSentence(tr("No ticket is in \u201c%1\u201d.").arg(m_view->currentText()));
}

void QueuePane::goToNext() {
    if (!m_next.isValid())
        return;
    if (m_tickets.indexOf(m_next).isValid())
        m_list->select(m_next);
    else
        emit ticketSelected(m_next);
}

void QueuePane::select(TicketId id) { m_list->select(id); }

void QueuePane::takeFocus() { m_list->setFocus(Qt::ShortcutFocusReason); }

TicketId QueuePane::current() const { return m_list->currentTicket(); }

} // namespace relaydesk
