// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articlelistview.h"
#include "ui/knowledge/articledelegate.h"
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <algorithm>

namespace relaydesk {

ArticleListView::ArticleListView(const Theme &theme, ArticleListModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("articleList"));
    setAccessibleName(tr("Articles"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setIndentation(0);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setItemDelegate(new ArticleDelegate(theme, this));
    // Before the base class hears of a reset, or there is nothing left to remember.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_scroll = verticalScrollBar()->value();
        m_restoring = true;
    });
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, &ArticleListView::restore);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_restoring = true; });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_restoring = false;
        select(m_current);
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    arrangeColumns();
}

void ArticleListView::arrangeColumns() {
    QHeaderView *columns = header();
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setMinimumSectionSize(40);
    columns->setSectionResizeMode(QHeaderView::Fixed);
    columns->setSectionResizeMode(ArticleListModel::ArticleColumn, QHeaderView::Stretch);
    columns->setSortIndicator(ArticleListModel::ArticleColumn, Qt::AscendingOrder);
    columns->setSortIndicatorShown(true);
    columns->setSectionsClickable(true);
    connect(columns, &QHeaderView::sortIndicatorChanged, &m_model, &ArticleListModel::sort);
}

//! A narrow list keeps its room for the titles.
void ArticleListView::resizeEvent(QResizeEvent *event) {
    const QFontMetrics metrics(font());
    const bool isNarrow = viewport()->width() < 420;
    header()->resizeSection(ArticleListModel::UsedColumn, metrics.horizontalAdvance(tr("Used")) + (isNarrow ? 18 : 28));
    header()->resizeSection(ArticleListModel::WorkedColumn,
                            std::max(isNarrow ? 0 : 84, metrics.horizontalAdvance(tr("Worked")) + 16));
    header()->resizeSection(ArticleListModel::SourceColumn,
                            metrics.horizontalAdvance(tr("Imported")) + (isNarrow ? 20 : 32));
    QTreeView::resizeEvent(event);
}

void ArticleListView::select(ArticleId id) {
    m_current = id;
    m_restoring = true;
    const QModelIndex index = m_model.indexOf(id);
    if (index.isValid()) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    } else {
        selectionModel()->clear();
    }
    m_restoring = false;
}

//! The same article and the same place as before the reset, as far as they are still there.
void ArticleListView::restore() {
    const QModelIndex index = m_model.indexOf(m_current);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_restoring = false;
    updateGeometries();
    verticalScrollBar()->setValue(m_scroll);
}

void ArticleListView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTreeView::currentChanged(current, previous);
    if (m_restoring || !current.isValid())
        return;
    const ArticleId id{current.data(ArticleListModel::IdRole).toLongLong()};
    if (id == m_current)
        return;
    m_current = id;
    emit chosen(id);
}

void ArticleListView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

} // namespace relaydesk
