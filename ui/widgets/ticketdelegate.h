// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints one ticket of the queue.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/ticketlabels.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

class TicketDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit TicketDelegate(const Theme &theme, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    TicketLabel stateOf(const TicketRow &ticket) const;
    QVector<TicketLabel> labelsOf(const TicketRow &ticket) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintHead(QPainter &painter, const QRect &area, const TicketRow &ticket, const QFont &font) const;
    void paintLabels(QPainter &painter, const QRect &area, const TicketRow &ticket, const QFont &font) const;

    const Theme &m_theme;
};

} // namespace relaydesk
