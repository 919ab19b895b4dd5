// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// What the reader does in a TranscriptView: pointing, clicking, copying, and the dots that move meanwhile.
#include "ui/widgets/links.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/workplace.h"
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int longestLink = 60;

QString shortened(const QUrl &url) {
    const QString address = QString::fromLatin1(url.toEncoded());
    return address.size() > longestLink ? address.left(longestLink) + QStringLiteral("…") : address;
}

} // namespace

void TranscriptView::copy() {
    QModelIndexList indexes = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    if (indexes.isEmpty() && currentIndex().isValid())
        indexes.append(currentIndex());
    std::sort(indexes.begin(), indexes.end());
    const int role = indexes.size() > 1 ? static_cast<int>(Qt::AccessibleTextRole) : static_cast<int>(Qt::DisplayRole);
    QStringList texts;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (!index.data(MessageListModel::TypingRole).toBool())
            texts.append(index.data(role).toString());
    }
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(QStringLiteral("\n\n")));
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event) {
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(isActive(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event) {
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        follow(event->pos());
}

void TranscriptView::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    const QModelIndex index = currentIndex();
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && index.isValid() && m_delegate->isFolded(optionFor(index), index)) {
        unfold(index);
        return;
    }
    // A bubble taller than the view is scrolled through before the next one becomes current.
    const QRect area = visualRect(index);
    const bool goesDown = event->key() == Qt::Key_Down && area.bottom() > viewport()->height();
    const bool goesUp = event->key() == Qt::Key_Up && index.isValid() && area.top() < 0;
    if (event->modifiers() == Qt::NoModifier && (goesDown || goesUp)) {
        QScrollBar *bar = verticalScrollBar();
        bar->setValue(bar->value() + (goesDown ? 3 : -3) * bar->singleStep());
        return;
    }
    QListView::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event) {
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copying = menu->addAction(tr("Copy"), this, &TranscriptView::copy);
    copying->setShortcut(QKeySequence::Copy);
    if (m_delegate->isFolded(optionFor(index), index)) {
        menu->addAction(tr("Show all"), this, [this, kept = QPersistentModelIndex(index)] { unfold(kept); });
    }
    if (const EventId answer = answerAt(index); answer.isValid()) {
        menu->addAction(tr("This helped"), this, [this, answer] { emit judged(answer, true); });
        menu->addAction(tr("This did not help"), this, [this, answer] { emit judged(answer, false); });
    }
    const QVector<QUrl> links = m_delegate->linksIn(optionFor(index), index);
    for (const QUrl &url : links)
        menu->addAction(url.scheme() == fileScheme ? tr("Open the file") : tr("Open %1").arg(shortened(url)), this,
                        [this, url] { ask(url); });
    const QPoint middle = viewport()->mapToGlobal(visualRect(index).intersected(viewport()->rect()).center());
    menu->popup(isKeyboard ? middle : event->globalPos());
}

//! Invalid where there is nothing to judge.
EventId TranscriptView::answerAt(const QModelIndex &index) const {
    return m_judgeable ? EventId{index.data(MessageListModel::AnswerRole).toLongLong()} : EventId();
}

void TranscriptView::judge(bool helped) {
    EventId answer = answerAt(currentIndex());
    for (int row = lastMessage(); row >= 0 && !answer.isValid(); --row)
        answer = answerAt(model()->index(row, 0));
    if (answer.isValid())
        emit judged(answer, helped);
}

std::optional<bool> TranscriptView::thumbAt(const QPoint &point) const {
    const QModelIndex index = indexAt(point);
    return answerAt(index).isValid() ? m_delegate->thumbAt(optionFor(index), index, point) : std::nullopt;
}

void TranscriptView::follow(const QPoint &point) {
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return;
    if (const auto helped = thumbAt(point)) {
        emit judged(answerAt(index), *helped);
        return;
    }
    const QStyleOptionViewItem option = optionFor(index);
    if (m_delegate->isShowAllAt(option, index, point)) {
        unfold(index);
        return;
    }
    const QUrl url = m_delegate->linkAt(option, index, point);
    if (!url.isEmpty())
        ask(url);
}

bool TranscriptView::isActive(const QPoint &point) const {
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return false;
    const QStyleOptionViewItem option = optionFor(index);
    return thumbAt(point) || m_delegate->isShowAllAt(option, index, point) ||
           !m_delegate->linkAt(option, index, point).isEmpty();
}

void TranscriptView::ask(const QUrl &url) {
    if (url.scheme() == fileScheme) {
        emit fileWanted(url.path());
        return;
    }
    askBeforeOpening(url, this, [this](const QUrl &agreed) {
        QDesktopServices::openUrl(agreed);
        emit linkActivated(agreed);
    });
}

void TranscriptView::unfold(const QModelIndex &index) {
    if (!index.isValid())
        return;
    m_delegate->unfold(index);
    m_stick = false; // its beginning stays where it is
    m_heights.estimate(index.row(), m_heights.height(index.row()));
    settle();
}

//! The dots move only while they can be seen, and not where the system or the agent asks for little motion.
void TranscriptView::animate() {
    const QModelIndex last = model()->index(model()->rowCount() - 1, 0);
    const bool isTyping = last.isValid() && last.data(MessageListModel::TypingRole).toBool();
    if (!isTyping || !isVisible()) {
        m_dots.stop();
        return;
    }
    const bool mayMove = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!m_dots.isActive() && mayMove && !Workplace::read().littleMotion)
        m_dots.start();
}

void TranscriptView::step() {
    if (!isVisible()) {
        m_dots.stop();
        return;
    }
    m_delegate->step();
    viewport()->update(visualRect(model()->index(model()->rowCount() - 1, 0)));
}

} // namespace relaydesk
