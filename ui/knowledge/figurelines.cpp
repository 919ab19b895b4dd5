// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/figurelines.h"
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace relaydesk {

FigureLines::FigureLines(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureLines::show(const QVector<FigureLine> &lines) {
    m_lines = lines;
    QStringList spoken;
    for (const FigureLine &line : lines)
        spoken += line.name + u' ' + line.figure;
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize FigureLines::sizeHint() const { return {200, lineHeight() * int(m_lines.size())}; }

void FigureLines::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    QRect line(0, 0, width(), lineHeight());
    for (const FigureLine &each : std::as_const(m_lines)) {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const QFont named = each.strong ? bold : font();
        const int figureWidth = QFontMetrics(bold).horizontalAdvance(each.figure) + 12;
        painter.setFont(named);
        painter.setPen(each.strong ? m_theme.tokens().ink : m_theme.tokens().muted);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(named).elidedText(each.name.simplified(), Qt::ElideRight, width() - figureWidth));
        painter.setFont(bold);
        painter.setPen(m_theme.tokens().ink);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, each.figure);
        line.translate(0, lineHeight());
    }
}

bool FigureLines::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), m_lines.value(help->pos().y() / lineHeight()).name.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

int FigureLines::lineHeight() const { return fontMetrics().height() + 8; }

} // namespace relaydesk
