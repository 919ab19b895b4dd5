// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints the cells of the table of tickets.
#pragma once
#include "models/items/tickettablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ticketlabels.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

class TicketCellDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit TicketCellDelegate(const Theme &theme, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintQuestion(QPainter &painter, const QRect &cell, const TicketRow &ticket, const QFont &font) const;
    void paintText(QPainter &painter, const QRect &cell, const QString &text, const QColor &colour,
                   const QFont &font) const;
    //! Answers the pixels it took with the gap behind it; 0 where it had no room.
    int paintLabel(QPainter &painter, const QRect &room, const TicketLabel &label, const QFont &font) const;

    const Theme &m_theme;
};

} // namespace relaydesk
