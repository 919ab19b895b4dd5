// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/transcriptview.h"
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

namespace relaydesk {

namespace {

constexpr int margin = 12; // above the first and below the last row
constexpr int dotInterval = 150;
constexpr int mostRounds = 8;
constexpr int nearBottom = 4;
constexpr int lineStep = 24;

} // namespace

TranscriptView::TranscriptView(const Theme &theme, Side side, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_delegate(new BubbleDelegate(theme, side, this)) {
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // bubbles keep their width when the text grows
    verticalScrollBar()->setEnabled(false);            // drawn only where there is something to scroll
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int least, int most) { verticalScrollBar()->setEnabled(most > least); });
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Conversation"));
    m_dots.setObjectName(QStringLiteral("dots"));
    m_dots.setInterval(dotInterval);
    connect(&m_dots, &QTimer::timeout, this, &TranscriptView::step);
    connect(&theme, &Theme::changed, this, [this] {
        m_delegate->forget();
        viewport()->update();
    });
}

void TranscriptView::setModel(QAbstractItemModel *model) {
    QListView::setModel(model);
    reset();
}

QRect TranscriptView::visualRect(const QModelIndex &index) const {
    if (!index.isValid() || index.row() >= m_heights.count())
        return {};
    return {0, margin + m_heights.top(index.row()) - verticalOffset(), viewport()->width(),
            m_heights.height(index.row())};
}

void TranscriptView::scrollTo(const QModelIndex &index, ScrollHint hint) {
    if (!index.isValid() || index.row() >= m_heights.count())
        return;
    m_stick = false;
    settle();
    for (int round = 0; round < 2; ++round) { // its height may become known by coming into sight
        const QRect area = visualRect(index);
        const int room = viewport()->height();
        int move = 0;
        if (hint == PositionAtTop || (hint == EnsureVisible && (area.top() < 0 || area.height() > room)))
            move = area.top() - margin;
        else if (hint == PositionAtBottom || (hint == EnsureVisible && area.bottom() > room))
            move = area.bottom() - room + margin;
        else if (hint == PositionAtCenter)
            move = area.center().y() - room / 2;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + move);
    }
    m_stick = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - nearBottom;
}

QModelIndex TranscriptView::indexAt(const QPoint &point) const {
    const int y = point.y() + verticalOffset() - margin;
    if (!model() || y < 0 || y >= m_heights.total())
        return {};
    return model()->index(m_heights.rowAt(y), 0);
}

QModelIndex TranscriptView::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    const int last = lastMessage();
    if (last < 0)
        return {};
    const int page = qMax(lineStep, viewport()->height() - 2 * lineStep);
    const int row = currentIndex().isValid() ? currentIndex().row() : last;
    const int top = m_heights.top(row);
    switch (action) {
    case MoveUp:
    case MoveLeft:
    case MovePrevious:
        return model()->index(qMax(0, row - 1), 0);
    case MoveDown:
    case MoveRight:
    case MoveNext:
        return model()->index(qMin(last, row + 1), 0);
    case MovePageUp:
        return model()->index(m_heights.rowAt(qMax(0, top - page)), 0);
    case MovePageDown:
        return model()->index(qMin(last, m_heights.rowAt(top + page)), 0);
    case MoveHome:
        return model()->index(0, 0);
    case MoveEnd:
        return model()->index(last, 0);
    }
    return {};
}

//! -1 without messages; the row that says who is typing is none.
int TranscriptView::lastMessage() const {
    const int last = m_heights.count() - 1;
    const bool isTyping = last >= 0 && model()->index(last, 0).data(MessageListModel::TypingRole).toBool();
    return isTyping ? last - 1 : last;
}

int TranscriptView::verticalOffset() const { return verticalScrollBar()->value(); }

void TranscriptView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) {
    if (m_heights.count() == 0)
        return;
    const int first = m_heights.rowAt(rect.top() + verticalOffset() - margin);
    const int last = m_heights.rowAt(rect.bottom() + verticalOffset() - margin);
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, 0)), flags);
}

QRegion TranscriptView::visualRegionForSelection(const QItemSelection &selection) const {
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight())).intersected(viewport()->rect());
    return region;
}

void TranscriptView::paintEvent(QPaintEvent *event) {
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    painter.setClipRect(event->rect()); // so that the delegate knows what of a very long text is in sight
    const int first = m_heights.rowAt(event->rect().top() + verticalOffset() - margin);
    if (first < 0)
        return;
    for (int row = first; row < m_heights.count(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const QStyleOptionViewItem option = optionFor(index);
        if (option.rect.top() > event->rect().bottom())
            break;
        m_delegate->paint(&painter, option, index);
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event) {
    QAbstractItemView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        startAnew();
    else
        settle();
}

void TranscriptView::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_delegate->forget();
    startAnew();
}

void TranscriptView::updateGeometries() { settle(); }

void TranscriptView::rowsInserted(const QModelIndex &parent, int start, int end) {
    QAbstractItemView::rowsInserted(parent, start, end);
    if (m_heights.count() + end - start + 1 != model()->rowCount()) { // rows not seen yet
        startAnew();
        return;
    }
    m_heights.insert(start, estimates(start, end));
    if (end + 1 < m_heights.count()) // it may no longer be the first of its day
        m_heights.estimate(end + 1, m_heights.height(end + 1));
    settle();
}

void TranscriptView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) {
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    if (end < m_heights.count())
        m_heights.remove(start, end);
    if (start < m_heights.count())
        m_heights.estimate(start, m_heights.height(start));
    scheduleDelayedItemsLayout();
}

void TranscriptView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                 const QVector<int> &roles) {
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    const int last = qMin(bottomRight.row() + 1, m_heights.count() - 1); // the next one's day may change too
    for (int row = topLeft.row(); row <= last; ++row)
        m_heights.estimate(row, m_heights.height(row));
    settle();
}

void TranscriptView::scrollContentsBy(int, int) {
    if (m_settling)
        return;
    m_stick = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - nearBottom;
    settle();
}

void TranscriptView::reset() {
    QListView::reset();
    m_heights.clear();
    m_stick = true;
    startAnew();
}

void TranscriptView::doItemsLayout() {
    if (model() && m_heights.count() != model()->rowCount())
        startAnew();
    QAbstractItemView::doItemsLayout();
}

QStyleOptionViewItem TranscriptView::optionFor(const QModelIndex &index) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.rect.setWidth(viewport()->width());
    option.state.setFlag(QStyle::State_Selected, selectionModel() && selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    option.state.setFlag(QStyle::State_Active, hasFocus());
    return option;
}

TranscriptView::Place TranscriptView::place() const {
    const int first = m_heights.rowAt(verticalOffset() - margin);
    if (first < 0)
        return {};
    if (verticalOffset() == 0) // who goes to the top stays there, whatever was guessed about it
        return {0, margin};
    int row = first;
    const int bottom = verticalOffset() + viewport()->height();
    while (row + 1 < m_heights.count() && !m_heights.isMeasured(row) && margin + m_heights.top(row + 1) < bottom)
        ++row; // what the reader saw before stays where it is
    if (!m_heights.isMeasured(row))
        row = first;
    return {row, margin + m_heights.top(row) - verticalOffset()};
}

void TranscriptView::keep(const Place &place) {
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(lineStep);
    bar->setRange(0, qMax(0, m_heights.total() + 2 * margin - viewport()->height()));
    if (m_stick)
        bar->setValue(bar->maximum());
    else if (place.row >= 0)
        bar->setValue(margin + m_heights.top(place.row) - place.y);
}

std::vector<int> TranscriptView::estimates(int first, int last) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect.setWidth(viewport()->width());
    return m_delegate->estimates(option, *model(), first, last);
}

//! Forgets all heights, for another width for example; the reader stays with the row at the top of the view.
void TranscriptView::startAnew() {
    const Place before = place();
    m_heights.clear();
    if (model())
        m_heights.insert(0, estimates(0, model()->rowCount() - 1));
    const bool wasSettling = m_settling;
    m_settling = true;
    keep({qMin(before.row, m_heights.count() - 1), before.y});
    m_settling = wasSettling;
    settle();
}

//! Measures what is in sight and puts the scroll bar right, until neither changes the other.
void TranscriptView::settle() {
    if (m_settling || !model() || m_heights.count() != model()->rowCount())
        return;
    m_settling = true;
    for (int round = 0; round < mostRounds; ++round) {
        const Place before = place();
        keep(before);
        const bool hasNews = measureInSight();
        keep(before);
        if (!hasNews)
            break;
    }
    m_settling = false;
    animate();
    viewport()->update();
}

//! Whether something was not known before.
bool TranscriptView::measureInSight() {
    bool hasNews = false;
    const int first = m_heights.rowAt(verticalOffset() - margin);
    const int bottom = verticalOffset() + viewport()->height() - margin;
    for (int row = qMax(0, first); row < m_heights.count() && m_heights.top(row) < bottom; ++row) {
        if (m_heights.isMeasured(row))
            continue;
        const QModelIndex index = model()->index(row, 0);
        m_heights.measure(row, m_delegate->sizeHint(optionFor(index), index).height());
        hasNews = true;
    }
    return hasNews;
}

} // namespace relaydesk
