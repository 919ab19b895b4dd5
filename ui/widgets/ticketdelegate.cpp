// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/ticketdelegate.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chippainting.h"
#include "ui/widgets/rowground.h"
#include <QtGui/QPainter>

namespace relaydesk {

namespace {

constexpr int padding = 12;
constexpr int avatarSize = 32;
constexpr int lineGap = 4;
constexpr int chipGap = 6;
constexpr int barWidth = 3;
QFont nameFont(const QFont &font) {
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

TicketRow ticketOf(const QModelIndex &index) { return index.data(TicketListModel::TicketRole).value<TicketRow>(); }

int headHeight(const QFont &font) {
    return qMax(QFontMetrics(nameFont(font)).height(), chipSize(QStringLiteral("M"), font).height());
}

} // namespace

TicketDelegate::TicketDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int text = QFontMetrics(option.font).height();
    const int chips = chipSize(QStringLiteral("M"), option.font).height();
    return {200, padding + headHeight(option.font) + lineGap + text + lineGap + 2 + chips + padding};
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const TicketRow ticket = ticketOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    QRect area = option.rect.adjusted(padding, padding, -padding, -padding);
    painter->setFont(option.font);
    paintAvatar(*painter, QRect(area.topLeft(), QSize(avatarSize, avatarSize)), ticket.customer);
    area.setLeft(area.left() + avatarSize + 10);
    paintHead(*painter, QRect(area.topLeft(), QSize(area.width(), headHeight(option.font))), ticket, option.font);
    area.setTop(area.top() + headHeight(option.font) + lineGap);
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    painter->setPen(m_theme.tokens().ink);
    painter->drawText(QRect(area.topLeft(), QSize(area.width(), metrics.height())),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(ticket.question.simplified(), Qt::ElideRight, area.width()));
    area.setTop(area.top() + metrics.height() + lineGap + 2);
    paintLabels(*painter, area, ticket, option.font);
    painter->restore();
}

//! What stands at the right of the name: how long there is, or how it ended.
TicketLabel TicketDelegate::stateOf(const TicketRow &ticket) const {
    const TicketLabel due = dueLabel(ticket, QDateTime::currentDateTimeUtc());
    return due.text.isEmpty() ? statusLabel(ticket) : due;
}

QVector<TicketLabel> TicketDelegate::labelsOf(const TicketRow &ticket) const {
    QVector<TicketLabel> labels;
    if (const TicketLabel priority = priorityLabel(ticket.priority); !priority.text.isEmpty())
        labels.append(priority);
    labels.append(reasonLabel(ticket));
    labels.append(markLabels(ticket));
    for (const QString &tag : ticket.tags)
        labels.append({tag, Tone::Neutral});
    return labels;
}

void TicketDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const {
    const Tokens &tokens = m_theme.tokens();
    const QRect &area = option.rect;
    paintRowGround(painter, option, tokens);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(QRect(area.left(), area.top(), barWidth, area.height()), tokens.accent);
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(1, 1, -1, -1));
    }
}

void TicketDelegate::paintHead(QPainter &painter, const QRect &area, const TicketRow &ticket, const QFont &font) const {
    const TicketLabel state = stateOf(ticket);
    const QSize size = chipSize(state.text, font).boundedTo({area.width() / 2, area.height()});
    painter.setFont(chipFont(font));
    const QRect chip(area.right() + 1 - size.width(), area.top() + (area.height() - size.height()) / 2, size.width(),
                     size.height());
    paintChip(painter, chip, state.text, coloursOf(state.tone, m_theme.tokens()));
    const QFont bold = nameFont(font);
    painter.setFont(bold);
    painter.setPen(m_theme.tokens().ink);
    const QRect name(area.left(), area.top(), area.width() - size.width() - chipGap, area.height());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(bold).elidedText(ticket.customer.simplified(), Qt::ElideRight, name.width()));
}

void TicketDelegate::paintLabels(QPainter &painter, const QRect &area, const TicketRow &ticket,
                                 const QFont &font) const {
    int x = area.left();
    painter.setFont(chipFont(font));
    for (const TicketLabel &label : labelsOf(ticket)) {
        QSize size = chipSize(label.text, font);
        if (x > area.left() && x + size.width() > area.right() + 1)
            break; // the reason is always there, tags as far as there is room
        size.setWidth(qMin(size.width(), area.width()));
        paintChip(painter, QRect(QPoint(x, area.top()), size), label.text, coloursOf(label.tone, m_theme.tokens()));
        x += size.width() + chipGap;
    }
}

} // namespace relaydesk
