// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/rowground.h"
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionViewItem>

namespace relaydesk {

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens) {
    const QRect &row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(row, tokens.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(row, tokens.background);
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
}

} // namespace relaydesk
