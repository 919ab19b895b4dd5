// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Measures and paints the messages of a transcript; keeps the layouts of those last seen.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/bubblelayout.h"
#include <QtCore/QCache>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <QtWidgets/QStyledItemDelegate>
#include <optional>
#include <vector>

namespace relaydesk {

class BubbleDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using Side = BubbleSide;

    BubbleDelegate(const Theme &theme, Side side, QObject *parent = nullptr);

    //! For `option.rect.width()`.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    //! Guesses for the rows from `first` to `last`, none of which is laid out for it.
    std::vector<int> estimates(const QStyleOptionViewItem &option, const QAbstractItemModel &model, int first,
                               int last) const;

    QUrl linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;
    QVector<QUrl> linksIn(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    //! Whether the thumb there says that the answer helped; nothing where there is none.
    std::optional<bool> thumbAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                const QPoint &point) const;
    //! What the thumb under the pointer says.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    bool isShowAllAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;
    bool isFolded(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void unfold(const QModelIndex &index);

    void forget(); //!< all layouts, because fonts or colours changed
    void step() { m_step = (m_step + 1) % 4; }

  private:
    struct Kept {
        BubbleRequest request;
        BubbleLayout layout;
    };
    const BubbleLayout &layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    BubbleRequest requestFor(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    bool isHidden(const QModelIndex &index) const;
    QPointF inDocument(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;
    void paintTyping(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintDay(QPainter &painter, const QStyleOptionViewItem &option, const QString &day) const;
    void paintFrame(QPainter &painter, const BubbleLayout &layout, const MessageRow &row, bool isCurrent) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const BubbleLayout &layout,
                   const MessageRow &row) const;

    const Theme &m_theme;
    Side m_side;
    mutable QCache<qint64, Kept> m_layouts;
    QSet<qint64> m_unfolded;
    int m_step = 0;
};

} // namespace relaydesk
