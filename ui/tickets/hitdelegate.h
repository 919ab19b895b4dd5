// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints one place where the words were found, with the words marked.
#pragma once
#include "models/domain/search.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit HitDelegate(const Theme &theme, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    void paintHead(QPainter &painter, const QRect &line, const SearchHit &hit, const QFont &font) const;
    void paintSnippet(QPainter &painter, const QRect &area, const SearchHit &hit, const QFont &font) const;

    const Theme &m_theme;
};

} // namespace relaydesk
