// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/analyticspage.h"
#include "models/analytics/reading.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/conversationlist.h"
#include "ui/analytics/figuretiles.h"
#include "ui/analytics/learningchart.h"
#include "ui/analytics/outcomechart.h"
#include "ui/analytics/periodpicker.h"
#include "ui/analytics/reasonschart.h"
#include "ui/analytics/resolvedchart.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include <QtGui/QShowEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace relaydesk {

namespace {
constexpr int space = 12;
}

AnalyticsPage::AnalyticsPage(const Theme &theme, Remote<Reader> reader, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_picker(new PeriodPicker(this))
    , m_days(makeLabel({}, TextKind::Muted, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, QStringLiteral("analytics"), {}, this))
    , m_tiles(new FigureTiles(theme, this))
    , m_work(new WorkBar(theme, this)) {
    setObjectName(QStringLiteral("analyticsPage"));
    setAccessibleName(tr("Analytics"));
    m_empty->setObjectName(QStringLiteral("analyticsEmpty"));
    m_empty->setSentence(tr("Nobody has asked anything yet. Write as the customer on the Desk page, or open another "
                            "database: every question is counted here, with who resolved it."));
    m_stack->addWidget(buildContent());
    m_stack->addWidget(m_empty);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, space, 0, 0);
    all->setSpacing(space);
    all->addWidget(buildTop());
    all->addWidget(m_work);
    all->addWidget(m_stack, 1);
    connect(m_work, &WorkBar::failed, this, &AnalyticsPage::failed);
    connect(m_picker, &PeriodPicker::periodChanged, this, &AnalyticsPage::refresh);
    connect(m_tiles, &FigureTiles::wanted, this, &AnalyticsPage::list);
}

QWidget *AnalyticsPage::buildTop() {
    auto *top = new QWidget(this);
    auto *again =
        makeButton(tr("Refresh"), QStringLiteral("analyticsRefresh"), ButtonKind::Quiet, top, QStringLiteral("F5"));
    connect(again, &QPushButton::clicked, this, &AnalyticsPage::refresh);
    m_days->setObjectName(QStringLiteral("analyticsDays"));
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(space, 0, space, 0);
    row->setSpacing(space);
    row->addWidget(m_picker);
    row->addWidget(m_days);
    row->addStretch(1);
    row->addWidget(again);
    return top;
}

QWidget *AnalyticsPage::buildContent() {
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(space, 0, space, space);
    grid->setSpacing(space);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    grid->addWidget(m_tiles, 0, 0, 1, 6);
    add(new ResolvedChart(m_theme, content), *grid, 1, 0, 4);
    add(new OutcomeChart(m_theme, content), *grid, 1, 4, 2);
    add(new LearningChart(m_theme, content), *grid, 2, 0, 3);
    add(new ReasonsChart(m_theme, content), *grid, 2, 3, 3);
    for (const int row : {1, 2})
        grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setObjectName(QStringLiteral("analyticsScroll"));
    scroll->setAccessibleName(tr("Figures and charts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    return scroll;
}

void AnalyticsPage::add(ChartPanel *panel, QGridLayout &grid, int row, int column, int columns) {
    grid.addWidget(panel, row, column, 1, columns);
    m_charts += panel;
    connect(panel, &ChartPanel::wanted, this, &AnalyticsPage::list);
}

void AnalyticsPage::showDays(const QDate &first, const QDate &last) { m_picker->choose(first, last); }

void AnalyticsPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void AnalyticsPage::refresh() {
    ++m_requests;
    m_work->replace(tr("Counting what happened"), [this](const Progress &progress) {
        return m_reader
            .ask([period = m_picker->period(), progress](Reader &reader) {
                return readReport(reader.stores(), period, progress);
            })
            .then(this, [this, progress](const Result<AnalyticsReport> &report) -> WorkBar::Outcome {
                RELAYDESK_TRY(report);
                if (progress(100)) // else asked again since
                    take(*report);
                return QString();
            });
    });
}

void AnalyticsPage::take(const AnalyticsReport &report) {
    m_report = report;
    m_stack->setCurrentIndex(report.isUnused ? 1 : 0);
    m_picker->setEnabled(!report.isUnused);
    m_days->setText(report.period.hasStart() && !m_picker->isCustom()
                        ? analyticswords::days(report.period.first, report.period.last)
                        : QString());
    m_tiles->take(report);
    takeChart(0, m_requests);
}

//! One chart in each turn of the event loop, so that no turn is long.
void AnalyticsPage::takeChart(qsizetype number, int request) {
    if (request != m_requests)
        return; // the next one begins again with the first
    if (number == m_charts.size()) {
        emit reported();
        return;
    }
    m_charts[number]->take(m_report);
    QMetaObject::invokeMethod(
        this, [this, number, request] { takeChart(number + 1, request); }, Qt::QueuedConnection);
}

void AnalyticsPage::list(const Selection &selection) {
    if (!m_list) {
        m_list = new ConversationList(m_theme, m_reader, this);
        connect(m_list, &ConversationList::conversationWanted, this, &AnalyticsPage::conversationWanted);
        connect(m_list, &ConversationList::failed, this, &AnalyticsPage::failed);
    }
    const QDate first = m_report.period.first;
    const QDate last = m_report.period.last;
    m_list->list(analyticswords::title(selection, m_report),
                 countsBehind(m_report, selection.subject, selection.step, selection.reason),
                 tr("conversations %1 to %2.csv").arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)));
    m_list->resize(QSize(960, 600).boundedTo(window()->size() - QSize(48, 48)));
    m_list->show();
}

} // namespace relaydesk
