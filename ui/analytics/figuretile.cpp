// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/figuretile.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/chippainting.h"
#include <QtGui/QPainter>

namespace relaydesk {

namespace {

constexpr int margin = 14;
constexpr int gap = 4;
constexpr int roomForAgainst = 212; //!< width from which a tile says what it is compared with

QFont numberFont(const QFont &font) {
    QFont number = scaled(font, 1.75);
    number.setWeight(QFont::DemiBold);
    return number;
}

} // namespace

FigureTile::FigureTile(const Theme &theme, const QString &title, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_title(title)
    , m_text{.number = QStringLiteral("–")} {
    setObjectName(name);
    setAccessibleName(title);
    setToolTip(tr("Show the conversations behind this number"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FigureTile::setText(const TileText &text) {
    m_text = text;
    QStringList parts{m_title + QStringLiteral(": ") + text.number};
    for (const QString &part : {text.note, (text.change + u' ' + text.against).trimmed()}) {
        if (!part.isEmpty())
            parts += part;
    }
    setAccessibleName(parts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize FigureTile::sizeHint() const {
    const int lines = QFontMetrics(font()).height() + QFontMetrics(numberFont(font())).height() +
                      QFontMetrics(scaled(font(), 0.86)).height() + chipSize(QStringLiteral("0"), font()).height();
    return {200, lines + 4 * gap + 2 * margin - 4};
}

QSize FigureTile::minimumSizeHint() const { return {140, sizeHint().height()}; }

void FigureTile::paintEvent(QPaintEvent *) {
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRinged = hasFocus();
    painter.setPen(QPen(isRinged || underMouse() ? tokens.accent : tokens.line, isRinged ? 2 : 1));
    painter.setBrush(isDown() ? tokens.background : tokens.panel);
    const qreal inset = isRinged ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 10, 10);

    const QRect inner = rect().adjusted(margin, margin - 2, -margin, -margin + 2);
    int top = inner.top();
    const auto line = [&](const QFont &font, const QColor &colour, const QString &text, int left = 0) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        const int width = inner.width() - left;
        painter.drawText(QRect(inner.left() + left, top, width, metrics.height()), Qt::AlignLeading | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width));
        return metrics.height();
    };
    const QFont small = scaled(font(), 0.86);
    const bool isRoomy = QFontMetrics(font()).horizontalAdvance(m_title) <= inner.width();
    line(isRoomy ? font() : small, tokens.muted, m_title);
    top += QFontMetrics(font()).height() + gap;
    top += line(numberFont(font()), tokens.ink, m_text.number) + gap;
    top += line(small, tokens.muted, m_text.note) + gap + 2;
    if (m_text.change.isEmpty())
        return;
    const QSize chip = chipSize(m_text.change, font());
    painter.setFont(chipFont(font()));
    paintChip(painter, QRect(QPoint(inner.left(), top), chip.boundedTo({inner.width(), chip.height()})), m_text.change,
              coloursOf(m_text.tone, tokens));
    const int left = chip.width() + 8;
    if (width() >= roomForAgainst) {
        top += (chip.height() - QFontMetrics(small).height()) / 2;
        line(small, tokens.faint, m_text.against, left);
    }
}

} // namespace relaydesk
