// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/chartpanel.h"
#include "ui/analytics/chartview.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>

namespace relaydesk {

namespace {
constexpr int roomForBoth = 640; //!< width from which chart and table stand side by side
constexpr int lowest = 236;
} // namespace

ChartPanel::ChartPanel(const Theme &theme, const QString &title, const QString &name, QWidget *parent)
    : Panel(theme, parent)
    , m_theme(theme)
    , m_view(new ChartView(theme, this))
    , m_table(new QTableWidget(this))
    , m_button(makeButton(tr("Show as table"), name + QStringLiteral("TableButton"), ButtonKind::Quiet, this))
    , m_stack(new QStackedWidget(this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight)) {
    setObjectName(name);
    setTitle(title);
    addAction(m_button);
    m_button->setAccessibleName(tr("%1: show as table").arg(title));
    m_button->setCheckable(true);
    makeTable(title, name);
    m_view->setObjectName(name + QStringLiteral("Chart"));
    m_view->setAccessibleName(title);
    m_view->setAccessibleDescription(tr("“Show as table” has the same numbers for the keyboard."));
    auto *nothing = makeLabel(tr("Nothing happened in these days.\nChoose others above."), TextKind::Muted, m_stack);
    nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_view);
    m_stack->addWidget(nothing);
    m_row->setSpacing(8);
    m_row->addWidget(m_stack, 1);
    m_row->addWidget(m_table, 1);
    body()->setContentsMargins(8, 8, 8, 8);
    body()->addLayout(m_row);
    setMinimumHeight(lowest);
    connect(m_button, &QPushButton::toggled, this, &ChartPanel::arrange);
    connect(&theme, &Theme::changed, this, [this] { recolour(m_theme.tokens()); });
}

void ChartPanel::makeTable(const QString &title, const QString &name) {
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setAccessibleName(tr("%1, as a table").arg(title));
    m_table->setToolTip(tr("Enter lists the conversations behind a row"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->hide();
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) {
        if (row < m_selections.size())
            emit wanted(m_selections[row]);
    });
}

void ChartPanel::take(const AnalyticsReport &report) {
    m_stack->setCurrentIndex(draw(report) ? 0 : 1);
    recolour(m_theme.tokens());
}

void ChartPanel::fillTable(const QStringList &headers, const QVector<TableRow> &rows) {
    m_table->setUpdatesEnabled(false);
    m_table->setColumnCount(int(headers.size()));
    m_table->setHorizontalHeaderLabels(headers);
    m_table->setRowCount(int(rows.size()));
    m_selections.clear();
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < headers.size(); ++column) {
            auto *item = new QTableWidgetItem(rows[row].cells.value(column));
            item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
            m_table->setItem(row, column, item);
        }
        m_selections += rows[row].selection;
    }
    for (int column = 0; column < headers.size(); ++column)
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter |
                                                                (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setUpdatesEnabled(true);
}

void ChartPanel::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    arrange();
}

void ChartPanel::arrange() {
    const bool isShown = m_button->isChecked();
    const bool isWide = width() >= roomForBoth;
    m_button->setText(isShown ? tr("Hide table") : tr("Show as table"));
    m_table->setVisible(isShown);
    m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setMinimumHeight(isShown && !isWide ? 2 * lowest : lowest);
}

} // namespace relaydesk
