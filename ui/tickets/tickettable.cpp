// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/tickettable.h"
#include "ui/tickets/ticketcelldelegate.h"
#include <QtGui/QFocusEvent>
#include <QtWidgets/QHeaderView>

namespace relaydesk {

namespace {

//! How wide a column is, in widths of an "n"; the question has the rest.
struct ColumnWidth {
    TicketTableModel::Column column;
    int letters;
    int neededBelow; //!< hidden in tables narrower than so many letters; 0: always there
};

constexpr int leastQuestion = 16; //!< letters

constexpr ColumnWidth widths[] = {
    {TicketTableModel::NumberColumn, 9, 0},    {TicketTableModel::CustomerColumn, 17, 0},
    {TicketTableModel::ReasonColumn, 22, 100}, {TicketTableModel::PriorityColumn, 11, 0},
    {TicketTableModel::DueColumn, 20, 0},      {TicketTableModel::StatusColumn, 12, 115},
    {TicketTableModel::AgentColumn, 15, 135},  {TicketTableModel::OpenedColumn, 21, 155},
};

} // namespace

TicketTable::TicketTable(const Theme &theme, QWidget *parent) : QTableView(parent) {
    setObjectName(QStringLiteral("ticketTable"));
    setAccessibleName(tr("Tickets"));
    setModel(&m_tickets);
    setItemDelegate(new TicketCellDelegate(theme, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(20);
    for (const auto column : {TicketTableModel::ConfidenceColumn, TicketTableModel::TagsColumn})
        setColumnHidden(column, true); // with the reason, and behind the question
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int column) { emit columnPressed(TicketTableModel::Column(column)); });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit ticketOpened(m_tickets.ticket(index.row())); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    arrange();
}

void TicketTable::arrange() {
    const int letter = fontMetrics().horizontalAdvance(u'n');
    const int room = viewport()->width();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint(option, {}).height());
    int taken = 0;
    for (const ColumnWidth &width : widths) {
        const bool isHidden = room < width.neededBelow * letter;
        setColumnHidden(width.column, isHidden);
        setColumnWidth(width.column, width.letters * letter);
        taken += isHidden ? 0 : width.letters * letter;
    }
    setColumnWidth(TicketTableModel::QuestionColumn, std::max(leastQuestion * letter, room - taken));
}

QVector<TicketRow> TicketTable::chosen() const {
    QVector<TicketRow> rows;
    QModelIndexList indexes = selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    for (const QModelIndex &index : indexes) {
        // Whether it is fetched is asked first: asking for the row would fetch it.
        if (index.data(TicketTableModel::FetchedRole).toBool())
            rows.append(index.data(TicketTableModel::TicketRole).value<TicketRow>());
        else
            rows.append(TicketRow{.id = m_tickets.ticket(index.row())});
    }
    return rows;
}

QVector<TicketId> TicketTable::inSight() const {
    QVector<TicketId> ids;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= (last < 0 ? m_tickets.rowCount() - 1 : last); ++row) {
        if (m_tickets.index(row, 0).data(TicketTableModel::FetchedRole).toBool())
            ids.append(m_tickets.ticket(row));
    }
    return ids;
}

void TicketTable::choose(const QVector<TicketId> &ids) {
    QItemSelection selection;
    for (const TicketId id : ids) {
        const QModelIndex index = m_tickets.indexOf(id);
        if (index.isValid())
            selection.select(index, index);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TicketTable::resizeEvent(QResizeEvent *event) {
    arrange();
    QTableView::resizeEvent(event);
}

void TicketTable::changeEvent(QEvent *event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void TicketTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) {
    QTableView::selectionChanged(selected, deselected);
    emit choiceChanged();
}

void TicketTable::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the frame around a row
}

//! From elsewhere the keyboard always lands on a row, and that row is chosen.
void TicketTable::focusInEvent(QFocusEvent *event) {
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || selectionModel()->hasSelection() || m_tickets.rowCount() == 0)
        return;
    const int row = std::max(0, currentIndex().row());
    selectionModel()->setCurrentIndex(m_tickets.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace relaydesk
