// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/completionlist.h"
#include "ui/widgets/composeredit.h"
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>

namespace relaydesk {

namespace {

constexpr int mostShown = 8;
constexpr int longestQuery = 60;
constexpr int leastWidth = 280;

} // namespace

CompletionList::CompletionList(ComposerEdit &edit) : QListWidget(edit.window()), m_edit(edit) {
    setObjectName(QStringLiteral("completions"));
    setAccessibleName(tr("What can be inserted"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    hide();
    edit.installEventFilter(this);
    connect(&edit, &QObject::destroyed, this, &QObject::deleteLater);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, &CompletionList::look);
    connect(this, &QListWidget::itemClicked, this, &CompletionList::insert);
}

void CompletionList::removeSource(const QString &mark) {
    m_sources.removeIf([&](const CompletionSource &source) { return source.mark == mark; });
    look();
}

void CompletionList::begin(const QString &mark) {
    m_dismissed = -1;
    QTextCursor cursor = m_edit.textCursor();
    cursor.clearSelection();
    m_edit.setTextCursor(cursor);
    m_edit.insertApart(QStringLiteral(" "), mark);
}

//! The mark nearest before the cursor, at the start of a word, with what was typed behind it.
std::optional<CompletionList::Typed> CompletionList::typed() const {
    const QTextCursor cursor = m_edit.textCursor();
    if (cursor.hasSelection() || !m_edit.hasFocus())
        return std::nullopt;
    const QString line = cursor.block().text().left(cursor.positionInBlock());
    for (const CompletionSource &source : m_sources) {
        const qsizetype at = line.lastIndexOf(source.mark);
        if (at < 0 || (at > 0 && !line[at - 1].isSpace()))
            continue;
        const QString query = line.mid(at + source.mark.size());
        const bool hasSpace = query.contains(QLatin1Char(' '));
        if (query.size() <= longestQuery && (!hasSpace || (source.takesSpaces && !query.startsWith(QLatin1Char(' ')))))
            return Typed{&source, cursor.block().position() + int(at), query};
    }
    return std::nullopt;
}

void CompletionList::look() {
    const auto now = typed();
    if (!now || now->start == m_dismissed) {
        ++m_asked;
        hide();
        if (!now)
            m_dismissed = -1;
        return;
    }
    m_dismissed = -1;
    const int question = ++m_asked;
    now->source->find(now->query).then(this, [this, question](const QVector<Completion> &found) {
        if (question == m_asked)
            show(found);
    });
}

void CompletionList::show(const QVector<Completion> &completions) {
    m_found = completions;
    clear();
    for (const Completion &completion : completions) {
        auto *item = new QListWidgetItem(
            completion.detail.isEmpty() ? completion.title
                                        : QStringLiteral("%1  \u00b7  %2").arg(completion.title, completion.detail),
            this);
        item->setData(Qt::AccessibleTextRole, completion.title);
    }
    setCurrentRow(0);
    setVisible(!completions.isEmpty());
    place();
}

//! Above the line that is written, within the window.
void CompletionList::place() {
    if (count() == 0)
        return;
    if (parentWidget() != m_edit.window())
        setParent(m_edit.window());
    const int rows = qMin(count(), mostShown);
    resize(qMax(leastWidth, m_edit.width()), rows * sizeHintForRow(0) + 2 * frameWidth() + 4);
    const QPoint line = m_edit.viewport()->mapTo(m_edit.window(), m_edit.cursorRect().topLeft());
    const int left = m_edit.mapTo(m_edit.window(), QPoint(0, 0)).x();
    move(qMax(0, qMin(left, m_edit.window()->width() - width())), qMax(0, line.y() - height() - 4));
    QListWidget::show();
    raise();
}

void CompletionList::insert() {
    const auto now = typed();
    if (!now || currentRow() < 0)
        return;
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(now->start, QTextCursor::KeepAnchor);
    const Completion chosen = m_found[currentRow()];
    cursor.insertText(chosen.text);
    hide();
    emit inserted();
    if (chosen.run)
        chosen.run();
}

void CompletionList::closeUntilNext() {
    if (const auto now = typed())
        m_dismissed = now->start;
    hide();
}

bool CompletionList::eventFilter(QObject *watched, QEvent *event) {
    if (watched != &m_edit)
        return QListWidget::eventFilter(watched, event); // its own scroll bars
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isVisible() || !isKey)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
    const bool isOurs =
        isPlain &&
        QVector<int>{Qt::Key_Up, Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Escape}.contains(
            key->key());
    if (!isOurs)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (key->key() == Qt::Key_Escape)
        closeUntilNext();
    else if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)
        setCurrentRow((currentRow() + (key->key() == Qt::Key_Down ? 1 : count() - 1)) % count());
    else
        insert();
    return true;
}

} // namespace relaydesk
