// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/composeredit.h"
#include <QtCore/QMimeData>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <cmath>

namespace relaydesk {

namespace {

constexpr int mostLines = 6;

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::grow);
    grow();
}

void ComposerEdit::insertApart(const QString &separator, const QString &text) {
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const bool isInAWord = !before.isEmpty() && !before.back().isSpace();
    cursor.insertText(isInAWord ? separator + text : text);
    setTextCursor(cursor);
}

void ComposerEdit::setMinimumLines(int lines) {
    m_minimumLines = qBound(1, lines, mostLines);
    grow();
}

void ComposerEdit::setPlaceholderText(const QString &text) {
    m_placeholder = text;
    setAccessibleDescription(text);
    viewport()->update();
}

QSize ComposerEdit::sizeHint() const { return {240, height()}; }

QSize ComposerEdit::minimumSizeHint() const { return {96, heightOf(1)}; }

void ComposerEdit::paintEvent(QPaintEvent *event) {
    QPlainTextEdit::paintEvent(event);
    if (m_placeholder.isEmpty() || !document()->isEmpty())
        return;
    const int margin = static_cast<int>(document()->documentMargin());
    const QRect area = viewport()->rect().adjusted(margin, margin, -margin, 0);
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop,
                     fontMetrics().elidedText(m_placeholder, Qt::ElideRight, area.width()));
}

void ComposerEdit::keyPressEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        tellTyped([this, event] { QPlainTextEdit::keyPressEvent(event); });
        return;
    }
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool sends = m_sendKey == SendKey::Return && modifiers == Qt::NoModifier;
    event->accept();
    if (!sends) {
        tellTyped([this] { insertPlainText(QStringLiteral("\n")); });
        ensureCursorVisible();
        return;
    }
    const QString message = text().trimmed();
    if (!message.isEmpty() && !event->isAutoRepeat())
        emit submitted(message);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event) {
    tellTyped([this, event] { QPlainTextEdit::inputMethodEvent(event); });
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const {
    return (m_takesFiles && hasFiles(*source)) || QPlainTextEdit::canInsertFromMimeData(source);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source) {
    if (m_takesFiles && hasFiles(*source))
        emit filesGiven(filesIn(*source));
    else
        tellTyped([this, source] { QPlainTextEdit::insertFromMimeData(source); });
}

void ComposerEdit::resizeEvent(QResizeEvent *event) {
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void ComposerEdit::changeEvent(QEvent *event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        grow();
}

int ComposerEdit::heightOf(int lines) const {
    const int padding = 5 + 1; // the style sheet's padding and border
    const qreal margins = 2 * document()->documentMargin();
    return static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing() + margins)) + 2 * padding;
}

//! Counts wrapped lines only as far as they matter, so that a long text costs no more than six lines.
void ComposerEdit::grow() {
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines < mostLines + 1; block = block.next()) {
        blockBoundingRect(block); // lays the block out
        lines += qMax(1, block.layout()->lineCount());
    }
    const int wanted = heightOf(qBound(m_minimumLines, lines, mostLines));
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (wanted == minimumHeight() && wanted == maximumHeight())
        return;
    setFixedHeight(wanted);
    updateGeometry();
}

template <typename Change>
void ComposerEdit::tellTyped(Change change) {
    const int before = document()->revision();
    change();
    if (document()->revision() != before)
        emit typed();
}

} // namespace relaydesk
