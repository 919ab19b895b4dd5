// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/learningchart.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/chartview.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/styles.h"
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <algorithm>

namespace relaydesk {

LearningChart::LearningChart(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, tr("Learning curve"), QStringLiteral("analyticsLearning"), parent)
    , m_curve(new QLineSeries(this))
    , m_lessons(new QScatterSeries(this)) {
    setTitle(tr("Learning curve"), tr("Assistant’s share, 7 days; a dot: it learned"));
    m_lessons->setMarkerSize(8);
    for (QXYSeries *series : {static_cast<QXYSeries *>(m_curve), static_cast<QXYSeries *>(m_lessons)})
        view().chart()->addSeries(series);
    m_axes = std::make_unique<StepAxes>(*view().chart(), QList<QAbstractSeries *>{m_curve, m_lessons});
    m_axes->showShares();
    connect(m_curve, &QXYSeries::clicked, this,
            [this](const QPointF &point) { wantStep(Subject::TotalQueries, point.x()); });
    connect(m_lessons, &QXYSeries::clicked, this,
            [this](const QPointF &point) { wantStep(Subject::LearningEvents, point.x()); });
    for (QXYSeries *series : {static_cast<QXYSeries *>(m_curve), static_cast<QXYSeries *>(m_lessons)})
        connect(series, &QXYSeries::hovered, this,
                [this](const QPointF &point, bool isOver) { tell(point.x(), isOver); });
}

bool LearningChart::draw(const AnalyticsReport &report) {
    m_steps = report.steps;
    QVector<QPointF> curve;
    QVector<QPointF> lessons;
    const bool isSingle = m_steps.size() == 1;
    for (int step = 0; step < m_steps.size(); ++step) {
        const double x = isSingle ? 0.5 : step;
        if (m_steps[step].share)
            curve += {x, *m_steps[step].share};
        if (m_steps[step].lessons > 0)
            lessons += {x, curve.isEmpty() ? 0.0 : curve.last().y()};
    }
    if (isSingle && !curve.isEmpty())
        curve = {{0, curve.first().y()}, {1, curve.first().y()}};
    m_curve->replace(curve);
    m_lessons->replace(lessons);
    fillRows();
    if (!m_steps.isEmpty())
        m_axes->showDates(m_steps, std::min(1.0, m_steps.size() / 50.0));
    return !curve.isEmpty() || !lessons.isEmpty();
}

void LearningChart::fillRows() {
    QVector<TableRow> rows;
    for (int step = 0; step < m_steps.size(); ++step) {
        const ReportStep &day = m_steps[step];
        rows += {{day.first == day.last ? analyticswords::day(day.first) : analyticswords::days(day.first, day.last),
                  day.share ? analyticswords::share(int(*day.share * 1000 + 0.5), 1000) : QStringLiteral("–"),
                  analyticswords::number(day.lessons)},
                 {day.lessons > 0 ? Subject::LearningEvents : Subject::TotalQueries, step, {}}};
    }
    fillTable({tr("Days"), tr("Resolved by the assistant"), tr("Learning events")}, rows);
}

void LearningChart::recolour(const Tokens &tokens) {
    m_curve->setPen(QPen(tokens.assistant, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_lessons->setBrush(tokens.accent);
    m_lessons->setBorderColor(tokens.accent);
    m_axes->recolour(tokens, scaled(font(), 0.86));
}

void LearningChart::wantStep(Subject subject, double x) {
    emit wanted({subject, StepAxes::stepAt(x, m_steps.size()), {}});
}

void LearningChart::tell(double x, bool isOver) {
    const int step = StepAxes::stepAt(x, m_steps.size());
    if (step >= m_steps.size())
        return;
    const ReportStep &day = m_steps[step];
    const QString share = day.share ? analyticswords::share(int(*day.share * 1000 + 0.5), 1000) : QStringLiteral("–");
    view().showTip(tr("%1\nResolved by the assistant: %2\nLearning events: %3")
                       .arg(analyticswords::days(day.first, day.last), share, analyticswords::number(day.lessons)),
                   isOver);
}

} // namespace relaydesk
