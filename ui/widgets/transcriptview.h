// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation as bubbles: customer, assistant and agents told apart by side and colour, thousands of messages long.
#pragma once
#include "ui/widgets/bubbledelegate.h"
#include "ui/widgets/rowheights.h"
#include <QtCore/QTimer>
#include <QtWidgets/QListView>

class QUrl;

namespace relaydesk {

//! Needs a MessageListModel by setModel(). Only rows in sight are laid out; the height of all others is estimated until
//! they come into sight. Stays at the bottom when it was there.
class TranscriptView : public QListView {
    Q_OBJECT

  public:
    using Side = BubbleDelegate::Side;

    //! On Side::Customer remarks and notes are never shown.
    TranscriptView(const Theme &theme, Side side, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    //! The whole text of the current bubble, or of all selected ones in order, to the clipboard.
    void copy();
    //! The current answer, or where none is current the last one; see judged().
    void judge(bool helped);
    void setJudgeable(bool judgeable) { m_judgeable = judgeable; } //!< thumbs can be pressed

  signals:
    void fileWanted(const QString &upload);              //!< see SentFile
    void linkActivated(const QUrl &url);                 //!< the person agreed, the system was asked to open it
    void judged(relaydesk::EventId answer, bool helped); //!< by a thumb under it

  protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QVector<int> &roles) override;
    void scrollContentsBy(int dx, int dy) override;

  public slots:
    void reset() override;
    void doItemsLayout() override;

  private:
    struct Place {
        int row = -1;
        int y = 0; //!< of its top in the viewport
    };
    int lastMessage() const;
    QStyleOptionViewItem optionFor(const QModelIndex &index) const;
    Place place() const;
    void keep(const Place &place);
    std::vector<int> estimates(int first, int last) const;
    void startAnew();
    void settle();
    bool measureInSight();
    void animate();
    void follow(const QPoint &point);
    bool isActive(const QPoint &point) const;
    EventId answerAt(const QModelIndex &index) const;
    std::optional<bool> thumbAt(const QPoint &point) const;
    void ask(const QUrl &url);
    void unfold(const QModelIndex &index);
    void step();

    const Theme &m_theme;
    BubbleDelegate *m_delegate;
    RowHeights m_heights;
    bool m_judgeable = false;
    QTimer m_dots{this};
    bool m_stick = true;
    bool m_settling = false;
};

} // namespace relaydesk
