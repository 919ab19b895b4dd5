// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/reasonschart.h"
#include "models/items/ticketlistmodel.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/chartview.h"
#include "ui/theme/stylesheet.h"
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QValueAxis>
#include <algorithm>

namespace relaydesk {

ReasonsChart::ReasonsChart(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, tr("Why questions went to people"), QStringLiteral("analyticsReasons"), parent)
    , m_bars(new QBarSet(tr("Hand-offs"), this))
    , m_series(new QHorizontalBarSeries(this))
    , m_names(new QBarCategoryAxis(this))
    , m_lengths(new QValueAxis(this)) {
    m_series->append(m_bars);
    m_series->setBarWidth(0.6);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    m_names->setGridLineVisible(false);
    m_names->setLineVisible(false);
    m_names->setTruncateLabels(false);
    m_lengths->setVisible(false);
    QChart *chart = view().chart();
    chart->addSeries(m_series);
    chart->addAxis(m_names, Qt::AlignLeft);
    chart->addAxis(m_lengths, Qt::AlignBottom);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_lengths);
    connect(m_bars, &QBarSet::clicked, this, [this](int bar) {
        emit wanted({Subject::Handoffs, {}, m_reasons.value(bar).first});
    });
    connect(m_bars, &QBarSet::hovered, this, [this](bool isOver, int bar) {
        const auto [reason, number] = m_reasons.value(bar);
        view().showTip(categoryWords(reason) + QStringLiteral(": ") + analyticswords::number(number), isOver);
    });
}

bool ReasonsChart::draw(const AnalyticsReport &report) {
    m_reasons = report.reasons;
    int all = 0;
    for (const auto &[reason, number] : report.reasons)
        all += number;
    QVector<TableRow> rows;
    for (const auto &[reason, number] : report.reasons)
        rows += {{categoryWords(reason), analyticswords::number(number), analyticswords::share(number, all)},
                 {Subject::Handoffs, {}, reason}};
    fillTable({tr("Reason"), tr("Hand-offs"), tr("Share")}, rows);

    std::reverse(m_reasons.begin(), m_reasons.end());
    m_bars->remove(0, m_bars->count());
    QStringList names;
    for (const auto &[reason, number] : m_reasons) {
        names += categoryWords(reason);
        m_bars->append(number);
    }
    m_names->setCategories(names);
    m_lengths->setRange(0, 1.2 * (m_reasons.isEmpty() ? 1 : m_reasons.last().second));
    return all > 0;
}

void ReasonsChart::recolour(const Tokens &tokens) {
    m_bars->setBrush(tokens.people);
    m_bars->setPen(Qt::NoPen);
    m_bars->setLabelBrush(tokens.muted);
    m_bars->setLabelFont(scaled(font(), 0.86));
    m_names->setLabelsBrush(tokens.muted);
    m_names->setLabelsFont(scaled(font(), 0.86));
}

} // namespace relaydesk
