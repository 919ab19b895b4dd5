// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/phrasingtable.h"
#include "models/items/articlewords.h"
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

enum Column { TextColumn, OriginColumn, RemoveColumn, ColumnCount };
enum Role { IdRole = Qt::UserRole, OriginRole };

} // namespace

PhrasingTable::PhrasingTable(const Theme &theme, QWidget *parent)
    : Panel(theme, parent)
    , m_theme(theme)
    , m_table(new QTreeWidget(this))
    , m_add(new QLineEdit(this)) {
    buildTable();
    m_add->setObjectName(QStringLiteral("addPhrasing"));
    m_add->setAccessibleName(tr("Add a phrasing"));
    m_add->setPlaceholderText(tr("Add a phrasing\u2026"));
    m_add->setToolTip(tr("Another way in which customers ask this; Return adds it"));
    m_add->setStyleSheet(QStringLiteral("QLineEdit:!focus { border-color: transparent; background: transparent; }"));
    body()->setContentsMargins(2, 2, 2, 2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // ends below the last row
    body()->addWidget(m_table, 1);
    body()->addWidget(m_add);
    connect(m_add, &QLineEdit::returnPressed, this, &PhrasingTable::addTyped);
    connect(m_add, &QLineEdit::textEdited, this, &PhrasingTable::changed);
    connect(m_table, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *, int column) {
        if (!m_showing && column == TextColumn)
            emit changed();
    });
    connect(m_table, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item, int column) {
        if (column == RemoveColumn)
            remove(item);
    });
    connect(&theme, &Theme::changed, this, &PhrasingTable::redrawIcons);
}

void PhrasingTable::buildTable() {
    m_table->setObjectName(QStringLiteral("phrasings"));
    m_table->setAccessibleName(tr("Customers ask it like this"));
    m_table->setToolTip(tr("F2 changes a phrasing, Delete takes it out"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHeaderHidden(true);
    m_table->setRootIsDecorated(false);
    m_table->setIndentation(0);
    m_table->setUniformRowHeights(true);
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_table->setMinimumHeight(0);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->installEventFilter(this);
    QHeaderView *columns = m_table->header();
    columns->setMinimumSectionSize(32);
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(QHeaderView::Fixed);
    columns->setSectionResizeMode(TextColumn, QHeaderView::Stretch);
    columns->resizeSection(OriginColumn, fontMetrics().horizontalAdvance(tr("confirmed")) + 32);
    columns->resizeSection(RemoveColumn, 40);
}

void PhrasingTable::show(const QVector<Phrasing> &phrasings) {
    m_showing = true;
    m_table->clear();
    m_add->clear();
    for (const Phrasing &phrasing : phrasings)
        addRow(phrasing);
    m_showing = false;
    fit();
}

QVector<Phrasing> PhrasingTable::phrasings() const {
    QVector<Phrasing> phrasings;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_table->topLevelItem(i);
        const QString text = item->text(TextColumn).trimmed();
        if (!text.isEmpty())
            phrasings.append({PhrasingId{item->data(TextColumn, IdRole).toLongLong()}, text,
                              Origin(item->data(TextColumn, OriginRole).toInt())});
    }
    if (const QString typed = m_add->text().trimmed(); !typed.isEmpty())
        phrasings.append({{}, typed, Origin::Manual});
    return phrasings;
}

bool PhrasingTable::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && m_table->currentItem()) {
        remove(m_table->currentItem());
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void PhrasingTable::addRow(const Phrasing &phrasing) {
    auto *item = new QTreeWidgetItem(m_table, {phrasing.text, phrasingOriginWords(phrasing.origin), {}});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
    item->setData(TextColumn, IdRole, phrasing.id.value);
    item->setData(TextColumn, OriginRole, int(phrasing.origin));
    item->setForeground(OriginColumn, m_theme.tokens().muted);
    item->setIcon(RemoveColumn, m_theme.icon(QStringLiteral("close"), m_theme.tokens().muted));
    item->setToolTip(TextColumn, phrasing.text.toHtmlEscaped());
    item->setToolTip(RemoveColumn, tr("Take this phrasing out (Delete)"));
    item->setData(RemoveColumn, Qt::AccessibleTextRole, tr("Take out"));
}

void PhrasingTable::addTyped() {
    const QString text = m_add->text().simplified();
    if (text.isEmpty())
        return;
    m_showing = true;
    addRow({{}, text, Origin::Manual});
    m_showing = false;
    m_add->clear();
    fit();
    m_table->scrollToBottom();
    emit changed();
}

void PhrasingTable::remove(QTreeWidgetItem *item) {
    delete item;
    fit();
    emit changed();
}

void PhrasingTable::fit() {
    m_table->setVisible(m_table->topLevelItemCount() > 0);
    m_table->updateGeometry();
}

void PhrasingTable::redrawIcons() {
    m_showing = true;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        m_table->topLevelItem(i)->setForeground(OriginColumn, m_theme.tokens().muted);
        m_table->topLevelItem(i)->setIcon(RemoveColumn, m_theme.icon(QStringLiteral("close"), m_theme.tokens().muted));
    }
    m_showing = false;
}

} // namespace relaydesk
