// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/stepaxes.h"
#include "ui/analytics/analyticswords.h"
#include <QtCore/QLocale>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr int dateLabels = 5;
constexpr int daysInYears = 400; //!< from here on, the year says more than the day

//! 1, 2 or 5 times a power of ten, and at least 1.
int niceInterval(double rough) {
    const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, rough))));
    for (const int factor : {1, 2, 5, 10}) {
        if (factor * power >= rough)
            return int(factor * power);
    }
    return int(10 * power);
}

} // namespace

StepAxes::StepAxes(QChart &chart, const QList<QAbstractSeries *> &series)
    : m_dates(new QCategoryAxis(&chart))
    , m_heights(new QCategoryAxis(&chart)) {
    for (QCategoryAxis *axis : {m_dates, m_heights}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setStartValue(-2);
    }
    m_dates->setGridLineVisible(false);
    m_heights->setLineVisible(false);
    chart.addAxis(m_dates, Qt::AlignBottom);
    chart.addAxis(m_heights, Qt::AlignLeft);
    for (QAbstractSeries *one : series) {
        one->attachAxis(m_dates);
        one->attachAxis(m_heights);
    }
}

void StepAxes::clear(QCategoryAxis &axis) {
    const QStringList labels = axis.categoriesLabels();
    for (const QString &label : labels)
        axis.remove(label);
}

void StepAxes::showDates(const QVector<ReportStep> &steps, double margin) {
    clear(*m_dates);
    const int count = int(steps.size());
    m_dates->setRange(-margin, std::max(1, count - 1) + margin);
    if (count == 1) {
        m_dates->append(analyticswords::day(steps.first().first), 0.5);
        return;
    }
    const bool isLong = steps.first().first.daysTo(steps.last().last) > daysInYears;
    const int every = std::max(1, (count + dateLabels - 1) / dateLabels);
    for (int step = every / 2; step < count; step += every) {
        const QDate first = steps[step].first;
        m_dates->append(isLong ? QLocale().toString(first, QStringLiteral("MMM yyyy")) : analyticswords::day(first),
                        step);
    }
}

void StepAxes::showNumbers(int highest) {
    clear(*m_heights);
    const int interval = niceInterval(std::max(1, highest) / 3.5);
    const int top = interval * ((std::max(1, highest) + interval - 1) / interval);
    m_heights->setRange(0, top);
    for (int value = 0; value <= top; value += interval)
        m_heights->append(analyticswords::number(value), value);
}

void StepAxes::showShares() {
    clear(*m_heights);
    m_heights->setRange(0, 1);
    for (const int percent : {0, 25, 50, 75, 100})
        m_heights->append(QStringLiteral("%1 %").arg(percent), percent / 100.0);
}

void StepAxes::recolour(const Tokens &tokens, const QFont &font) {
    for (QCategoryAxis *axis : {m_dates, m_heights}) {
        axis->setLabelsBrush(tokens.muted);
        axis->setLabelsFont(font);
        axis->setLinePen(QPen(tokens.line, 1));
        axis->setGridLinePen(QPen(tokens.line, 1));
    }
}

QVector<QPointF> StepAxes::pointsOf(const QVector<double> &values) {
    QVector<QPointF> points;
    for (const double value : values)
        points += {double(points.size()), value};
    if (points.size() == 1)
        points += {1, values.first()};
    return points;
}

int StepAxes::stepAt(double x, qsizetype steps) {
    return steps <= 1 ? 0 : std::clamp(int(std::lround(x)), 0, int(steps) - 1);
}

} // namespace relaydesk
