// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/workbar.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {
constexpr int barWidth = 160;
} // namespace

WorkBar::WorkBar(const Theme &theme, QWidget *parent)
    : NoticeBar(theme, parent)
    , m_progress(new QProgressBar(this))
    , m_cancel(makeButton(tr("Cancel"), QStringLiteral("cancelWork"), ButtonKind::Quiet, this)) {
    setObjectName(QStringLiteral("workBar"));
    m_progress->setAccessibleName(tr("How much of it is done"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(barWidth);
    addAction(m_progress);
    addAction(m_cancel);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { show(m_sentence, Tone::Accent); });
    m_told.setSingleShot(true);
    m_told.setInterval(toldMs);
    connect(&m_told, &QTimer::timeout, this, &QWidget::hide);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelled();
    });
}

void WorkBar::begin(const QString &sentence) {
    m_sentence = sentence;
    m_progress->setValue(0);
    m_cancel->setEnabled(true);
    for (QWidget *part : QVector<QWidget *>{m_progress, m_cancel})
        part->show();
    m_told.stop();
    hide();
    m_patience.start();
}

void WorkBar::setPercent(int percent) { m_progress->setValue(percent); }

void WorkBar::end() {
    m_patience.stop();
    hide();
}

void WorkBar::tell(const QString &sentence, Tone tone) {
    m_patience.stop();
    for (QWidget *part : QVector<QWidget *>{m_progress, m_cancel})
        part->hide();
    show(sentence, tone);
    m_told.start();
}

} // namespace relaydesk
