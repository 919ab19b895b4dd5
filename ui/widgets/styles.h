// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The few kinds of buttons and of text the style sheet knows, set as a property.
#pragma once
#include <QtCore/QString>

class QLabel;
class QPushButton;
class QWidget;

namespace relaydesk {

//! Plain has a border, Primary is filled with the accent, Quiet is only accented text, Danger is text in red, Switch is
//! on (green) or off.
enum class ButtonKind { Plain, Primary, Quiet, Danger, Switch };
//! Headline for numbers on tiles, Title for panels and sections, Muted for what explains, Small for what stands beside.
enum class TextKind { Plain, Headline, Title, Muted, Small };

void setKind(QPushButton &button, ButtonKind kind);
void setKind(QLabel &label, TextKind kind);

//! A button with all it needs: text, objectName and accessible name; with `keys` it is a Command as well.
QPushButton *makeButton(const QString &text, const QString &name, ButtonKind kind, QWidget *parent,
                        const QString &keys = {});
//! A label that shows its text as it is, never as rich text.
QLabel *makeLabel(const QString &text, TextKind kind, QWidget *parent);

} // namespace relaydesk
