// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints a view: its name, and how many tickets are in it at the right.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

class ViewDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit ViewDelegate(const Theme &theme, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    const Theme &m_theme;
};

} // namespace relaydesk
