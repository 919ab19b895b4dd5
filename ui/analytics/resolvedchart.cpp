// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/resolvedchart.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/chartview.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/chip.h"
#include <QtCharts/QAreaSeries>
#include <QtCharts/QLineSeries>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr Subject subjects[] = {Subject::AiResolved, Subject::HumanResolved, Subject::StillOpen};
constexpr int ReportStep::*const numbers[] = {&ReportStep::assistant, &ReportStep::people, &ReportStep::open};

QColor softened(QColor colour, double share) {
    colour.setAlphaF(float(share));
    return colour;
}

} // namespace

ResolvedChart::ResolvedChart(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, tr("Who resolved the questions"), QStringLiteral("analyticsResolved"), parent) {
    addAction(new Chip(theme, tr("Assistant"), Tone::Assistant, this));
    addAction(new Chip(theme, tr("People"), Tone::People, this));
    addAction(new Chip(theme, tr("Still open"), Tone::Neutral, this));
    addAction(&tableButton()); // behind the legend
    for (QLineSeries *&edge : m_edges)
        edge = new QLineSeries(this);
    QList<QAbstractSeries *> all;
    for (int layer = 0; layer < layers; ++layer) {
        auto *area = m_areas[size_t(layer)] = new QAreaSeries(m_edges[size_t(layer) + 1], m_edges[size_t(layer)]);
        area->setPen(Qt::NoPen);
        view().chart()->addSeries(area);
        all += area;
        connect(area, &QAreaSeries::clicked, this, [this, layer](const QPointF &point) {
            emit wanted({subjects[layer], StepAxes::stepAt(point.x(), m_steps.size()), {}});
        });
        connect(area, &QAreaSeries::hovered, this,
                [this, layer](const QPointF &point, bool isOver) { tell(layer, point.x(), isOver); });
    }
    m_axes = std::make_unique<StepAxes>(*view().chart(), all);
}

bool ResolvedChart::draw(const AnalyticsReport &report) {
    m_steps = report.steps;
    QVector<double> heights(m_steps.size(), 0);
    QVector<TableRow> rows;
    m_edges[0]->replace(StepAxes::pointsOf(heights));
    for (size_t layer = 0; layer < layers; ++layer) {
        for (qsizetype step = 0; step < m_steps.size(); ++step)
            heights[step] += m_steps[step].*numbers[layer];
        m_edges[layer + 1]->replace(StepAxes::pointsOf(heights));
    }
    for (int step = 0; step < m_steps.size(); ++step) {
        const ReportStep &day = m_steps[step];
        rows += {{day.first == day.last ? analyticswords::day(day.first) : analyticswords::days(day.first, day.last),
                  analyticswords::number(day.queries), analyticswords::number(day.assistant),
                  analyticswords::number(day.people), analyticswords::number(day.open)},
                 {Subject::TotalQueries, step, {}}};
    }
    fillTable({tr("Days"), tr("Queries"), tr("Assistant"), tr("People"), tr("Open")}, rows);
    if (m_steps.isEmpty())
        return false;
    m_axes->showDates(m_steps);
    const double highest = *std::max_element(heights.cbegin(), heights.cend());
    m_axes->showNumbers(int(highest));
    return highest > 0;
}

void ResolvedChart::recolour(const Tokens &tokens) {
    m_areas[0]->setBrush(softened(tokens.assistant, 0.8));
    m_areas[1]->setBrush(softened(tokens.people, 0.7));
    m_areas[2]->setBrush(softened(tokens.faint, 0.35));
    m_axes->recolour(tokens, scaled(font(), 0.86));
}

void ResolvedChart::tell(int layer, double x, bool isOver) {
    const int step = StepAxes::stepAt(x, m_steps.size());
    if (step >= m_steps.size())
        return;
    const ReportStep &day = m_steps[step];
    view().showTip(tr("%1\n%2: %3")
                       .arg(analyticswords::days(day.first, day.last), analyticswords::subjectTitle(subjects[layer]),
                            analyticswords::number(day.*numbers[layer])),
                   isOver);
}

} // namespace relaydesk
