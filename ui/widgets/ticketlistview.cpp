// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/ticketlistview.h"
#include "models/items/ticketlistmodel.h"
#include "ui/widgets/ticketdelegate.h"
#include <QtCore/QEvent>

namespace relaydesk {

namespace {

constexpr int refreshEvery = 15000; // of the waiting times, in milliseconds

} // namespace

TicketListView::TicketListView(const Theme &theme, QWidget *parent) : QListView(parent) {
    setItemDelegate(new TicketDelegate(theme, this));
    setObjectName(QStringLiteral("ticketList"));
    setAccessibleName(tr("Queue"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    m_minute.setInterval(refreshEvery);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::activated, this, [this](const QModelIndex &) { emit ticketOpened(currentTicket()); });
    m_minute.start();
}

TicketId TicketListView::currentTicket() const { return {currentIndex().data(TicketListModel::IdRole).toLongLong()}; }

void TicketListView::select(TicketId id) {
    const auto *tickets = qobject_cast<TicketListModel *>(model());
    if (!tickets)
        return;
    const QModelIndex index = tickets->indexOf(id);
    if (index.isValid())
        setCurrentIndex(index);
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit ticketSelected(currentTicket());
}

void TicketListView::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace relaydesk
