// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints one ticket of the queue.
#pragma once
#include "models/items/ticketlistmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

//! "under a minute", "14 min", "2 h 5 min", "3 days"; negative times count as none.
QString waitingWords(qint64 seconds);

class TicketDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit TicketDelegate(const Theme &theme, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    struct Label {
        QString text;
        Tone tone = Tone::Neutral;
    };
    Label stateOf(const TicketRow &ticket) const;
    QVector<Label> labelsOf(const TicketRow &ticket) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintHead(QPainter &painter, const QRect &area, const TicketRow &ticket, const QFont &font) const;
    void paintLabels(QPainter &painter, const QRect &area, const TicketRow &ticket, const QFont &font) const;

    const Theme &m_theme;
};

} // namespace relaydesk
