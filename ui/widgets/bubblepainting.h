// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The shapes of a transcript: bubbles with one sharp corner, notes with a bar, the three dots of someone typing.
#pragma once
#include "ui/theme/theme.h"
#include <QtGui/QFont>
#include <QtGui/QPainterPath>

class QPainter;

namespace relaydesk {

//! Round everywhere but at the foot on the speaker's side.
QPainterPath bubblePath(const QRectF &area, bool isRight);
void paintBubbleFrame(QPainter &painter, const QRectF &area, const QColor &fill, bool isRight);
void paintNoteFrame(QPainter &painter, const QRectF &area, const QColor &fill, const QColor &bar);

int typingHeight(const QFont &font);
//! With the painter's font; `step` 1 to 3 raises one of the dots, 0 none.
void paintTypingBubble(QPainter &painter, const QString &text, int width, int step, const Tokens &tokens);

//! A thumb up or down; filled where it was pressed.
void paintThumb(QPainter &painter, const QRectF &area, bool isUp, bool isPressed, const Theme &theme);

} // namespace relaydesk
