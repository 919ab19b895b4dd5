// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/outcomechart.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/chartview.h"
#include "ui/widgets/chip.h"
#include <QtCharts/QPieSeries>
#include <QtCharts/QPieSlice>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {
constexpr Subject subjects[] = {Subject::AiResolved, Subject::HumanResolved, Subject::StillOpen};
constexpr Tone tones[] = {Tone::Assistant, Tone::People, Tone::Neutral};
} // namespace

OutcomeChart::OutcomeChart(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, tr("Outcome"), QStringLiteral("analyticsOutcome"), parent)
    , m_ring(new QPieSeries(this)) {
    m_ring->setHoleSize(0.64);
    m_ring->setPieSize(0.96);
    auto *legend = new QHBoxLayout;
    legend->setSpacing(8);
    legend->addStretch();
    for (size_t part = 0; part < m_slices.size(); ++part) {
        m_slices[part] = m_ring->append(QString(), 0);
        m_chips[part] = new Chip(theme, {}, tones[part], this);
        legend->addWidget(m_chips[part]);
        connect(m_slices[part], &QPieSlice::clicked, this, [this, part] { emit wanted({subjects[part], {}, {}}); });
        connect(m_slices[part], &QPieSlice::hovered, this,
                [this, part](bool isOver) { view().showTip(m_slices[part]->label(), isOver); });
    }
    legend->addStretch();
    body()->setSpacing(8);
    body()->addLayout(legend);
    view().chart()->addSeries(m_ring);
}

bool OutcomeChart::draw(const AnalyticsReport &report) {
    const Figures &figures = report.now.figures;
    const int numbers[] = {figures.aiResolved, figures.humanResolved, report.stillOpen};
    const QString parts[] = {tr("Assistant"), tr("People"), tr("Still open")};
    const QString words[] = {tr("Assistant %1"), tr("People %1"), tr("Open %1")};
    const int whole = numbers[0] + numbers[1] + numbers[2];
    QVector<TableRow> rows;
    for (size_t part = 0; part < m_slices.size(); ++part) {
        const QString title = analyticswords::subjectTitle(subjects[part]);
        const QString number = analyticswords::number(numbers[part]);
        m_slices[part]->setValue(numbers[part]);
        m_slices[part]->setLabel(title + QStringLiteral(": ") + number);
        m_chips[part]->setText(words[part].arg(number));
        m_chips[part]->setToolTip(title);
        rows += {{parts[part], number, analyticswords::share(numbers[part], whole)}, {subjects[part], {}, {}}};
    }
    fillTable({tr("Outcome"), tr("Number"), tr("Share")}, rows);
    const QString share = figures.totalQueries == 0
                              ? QStringLiteral("–")
                              : tr("%1 %").arg(qRound(100.0 * figures.aiResolved / figures.totalQueries));
    view().setCentre(share, tr("by the assistant"));
    return whole > 0;
}

void OutcomeChart::recolour(const Tokens &tokens) {
    const QColor colours[] = {tokens.assistant, tokens.people, tokens.faint};
    for (size_t part = 0; part < m_slices.size(); ++part) {
        m_slices[part]->setBrush(colours[part]);
        m_slices[part]->setPen(QPen(tokens.panel, 2));
    }
    view().viewport()->update();
}

} // namespace relaydesk
