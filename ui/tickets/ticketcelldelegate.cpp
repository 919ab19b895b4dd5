// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/ticketcelldelegate.h"
#include "ui/widgets/chippainting.h"
#include "ui/widgets/rowground.h"
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

namespace relaydesk {

namespace {

constexpr int inset = 8;
constexpr int gap = 6;
constexpr int barWidth = 3;

//! Whether the keyboard is in this row.
bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index) {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->hasFocus() && view->currentIndex().row() == index.row();
}

} // namespace

TicketCellDelegate::TicketCellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

QSize TicketCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {80, std::max(36, chipSize(QStringLiteral("M"), option.font).height() + 16)};
}

void TicketCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Tokens &tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, index);
    const QRect cell = option.rect.adjusted(inset, 0, -4, -1);
    const QVariant fetched = index.data(TicketTableModel::TicketRole);
    const auto ticket = fetched.value<TicketRow>();
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!fetched.isValid()) {
        paintText(*painter, cell, text, tokens.faint, option.font);
        painter->restore();
        return;
    }
    switch (index.column()) {
    case TicketTableModel::QuestionColumn:
        paintQuestion(*painter, cell, ticket, option.font);
        break;
    case TicketTableModel::ReasonColumn:
        paintLabel(*painter, cell, reasonLabel(ticket), option.font);
        break;
    case TicketTableModel::StatusColumn:
        paintLabel(*painter, cell, statusLabel(ticket), option.font);
        break;
    case TicketTableModel::DueColumn:
        paintLabel(*painter, cell, dueLabel(ticket, QDateTime::currentDateTimeUtc()), option.font);
        break;
    case TicketTableModel::PriorityColumn:
        if (paintLabel(*painter, cell, priorityLabel(ticket.priority), option.font) == 0)
            paintText(*painter, cell, text, tokens.muted, option.font);
        break;
    case TicketTableModel::AgentColumn:
        paintText(*painter, cell, ticket.isMine ? tr("Me") : text, ticket.isMine ? tokens.people : tokens.ink,
                  option.font);
        break;
    case TicketTableModel::CustomerColumn:
        paintText(*painter, cell, text, tokens.ink, option.font);
        break;
    default:
        paintText(*painter, cell, text, tokens.muted, option.font);
    }
    painter->restore();
}

void TicketCellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const {
    const Tokens &tokens = m_theme.tokens();
    const QRect &cell = option.rect;
    QStyleOptionViewItem ground = option;
    ground.state.setFlag(QStyle::State_MouseOver, false); // it would be one cell's, not the row's
    paintRowGround(painter, ground, tokens);
    if (option.state.testFlag(QStyle::State_Selected) && index.column() == TicketTableModel::NumberColumn)
        painter.fillRect(QRect(cell.left(), cell.top(), barWidth, cell.height() - 1), tokens.accent);
    if (isCurrentRow(option, index)) {
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), tokens.accent);
        painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), tokens.accent);
    }
}

//! The question, and as many marks and tags behind it as have room beside its first words.
void TicketCellDelegate::paintQuestion(QPainter &painter, const QRect &cell, const TicketRow &ticket,
                                       const QFont &font) const {
    QVector<TicketLabel> labels;
    if (ticket.merged > 0)
        labels.append(markLabels(ticket).last());
    for (const QString &tag : ticket.tags)
        labels.append({tag, Tone::Neutral});
    const int wanted = QFontMetrics(font).horizontalAdvance(ticket.question.simplified());
    int room = cell.width() - std::min(wanted, cell.width() * 3 / 5) - gap;
    int taken = 0;
    qsizetype shown = 0;
    for (; shown < labels.size(); ++shown) {
        const int width = chipSize(labels[shown].text, font).width() + gap;
        if (taken + width > room)
            break;
        taken += width;
    }
    int x = cell.right() + 1 - taken;
    paintText(painter, cell.adjusted(0, 0, -taken - (taken > 0 ? gap : 0), 0), ticket.question.simplified(),
              m_theme.tokens().ink, font);
    for (qsizetype i = 0; i < shown; ++i)
        x += paintLabel(painter, QRect(x, cell.top(), cell.right() + 1 - x, cell.height()), labels[i], font);
}

void TicketCellDelegate::paintText(QPainter &painter, const QRect &cell, const QString &text, const QColor &colour,
                                   const QFont &font) const {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text.simplified(), Qt::ElideRight, cell.width()));
}

int TicketCellDelegate::paintLabel(QPainter &painter, const QRect &room, const TicketLabel &label,
                                   const QFont &font) const {
    if (label.text.isEmpty())
        return 0;
    const QSize size = chipSize(label.text, font).boundedTo({room.width(), room.height()});
    painter.setFont(chipFont(font));
    paintChip(painter, QRect(QPoint(room.left(), room.center().y() - size.height() / 2), size), label.text,
              coloursOf(label.tone, m_theme.tokens()));
    return size.width() + gap;
}

} // namespace relaydesk
