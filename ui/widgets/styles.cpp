// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/styles.h"
#include "ui/widgets/command.h"
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

namespace relaydesk {

namespace {

//! A property the style sheet reads is only looked at again after a polish.
void setProperty(QWidget &widget, const char *kind) {
    const QByteArray value(kind);
    if (widget.property("kind").toByteArray() == value)
        return;
    widget.setProperty("kind", QString::fromLatin1(kind));
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

void setKind(QPushButton &button, ButtonKind kind) {
    constexpr const char *names[] = {"", "primary", "quiet", "danger", "switch"};
    setProperty(button, names[static_cast<int>(kind)]);
}

void setKind(QLabel &label, TextKind kind) {
    constexpr const char *names[] = {"", "headline", "title", "muted", "small"};
    setProperty(label, names[static_cast<int>(kind)]);
}

QPushButton *makeButton(const QString &text, const QString &name, ButtonKind kind, QWidget *parent,
                        const QString &keys) {
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setCursor(Qt::PointingHandCursor);
    setKind(*button, kind);
    if (!keys.isEmpty())
        Command::press(*button, keys);
    return button;
}

QLabel *makeLabel(const QString &text, TextKind kind, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setKind(*label, kind);
    return label;
}

} // namespace relaydesk
