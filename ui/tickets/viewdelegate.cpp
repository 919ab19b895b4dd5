// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/viewdelegate.h"
#include "models/items/viewlistmodel.h"
#include "ui/widgets/chippainting.h"
#include <QtGui/QPainter>

namespace relaydesk {

ViewDelegate::ViewDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {120, std::max(36, chipSize(QStringLiteral("M"), option.font).height() + 14)};
}

void ViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Tokens &tokens = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect ground = option.rect.adjusted(6, 1, -6, -1);
    painter->setPen(Qt::NoPen);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(isSelected ? tokens.accentSoft : tokens.background);
        painter->drawRoundedRect(ground, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6);
    }
    QRect line = ground.adjusted(10, 0, -10, 0);
    const int count = index.data(ViewListModel::CountRole).toInt();
    const QString number = count < 0 ? QString() : option.locale.toString(count);
    painter->setFont(chipFont(option.font));
    painter->setPen(tokens.muted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(number) - 8);
    painter->setFont(option.font);
    painter->setPen(isSelected ? tokens.accent : tokens.ink);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(option.font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace relaydesk
