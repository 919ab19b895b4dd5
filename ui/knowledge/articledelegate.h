// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Paints the articles' rows: two lines of text, a number, a bar, a chip.
#pragma once
#include "models/items/articlelistmodel.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QStyledItemDelegate>

namespace relaydesk {

class ArticleDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit ArticleDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    void paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const ArticleRow &row) const;
    void paintSuccess(QPainter &painter, const QRect &cell, const TrackRecord &record) const;
    void paintSource(QPainter &painter, const QStyleOptionViewItem &option, const ArticleRow &row) const;

    const Theme &m_theme;
};

} // namespace relaydesk
