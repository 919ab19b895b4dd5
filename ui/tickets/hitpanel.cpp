// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/hitpanel.h"
#include "ui/tickets/hitdelegate.h"
#include "ui/widgets/emptystate.h"
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

HitPanel::HitPanel(const Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("hitPanel"));
    setTitle(tr("What was said"));
    setMinimumSize(260, 140);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setAccessibleName(tr("Messages, notes and articles with these words, newest first"));
    m_list->setModel(&m_hits);
    m_list->setItemDelegate(new HitDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTabKeyNavigation(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(new EmptyState(theme, QStringLiteral("search"),
                                      tr("Nobody has written these words, and no article holds them."), m_stack));
    m_stack->addWidget(m_list);
    body()->addWidget(m_stack);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit hitOpened(m_hits.hit(index.row())); });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit hitOpened(m_hits.hit(index.row())); });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void HitPanel::show(const HitPage &first) {
    m_hits.show(first);
    m_stack->setCurrentIndex(first.hits.isEmpty() ? 0 : 1);
    setTitle(tr("What was said"), first.hits.isEmpty() ? QString() : tr("Newest first; Return goes there"));
}

void HitPanel::takeFocus() {
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_hits.rowCount() > 0)
        m_list->setCurrentIndex(m_hits.index(0));
}

} // namespace relaydesk
