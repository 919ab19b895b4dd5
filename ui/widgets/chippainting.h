// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Chips as they are painted, by the widget and in rows of a list.
#pragma once
#include "ui/widgets/tone.h"
#include <QtCore/QRectF>
#include <QtGui/QFont>

class QPainter;

namespace relaydesk {

QFont chipFont(const QFont &font); //!< the small one for a page's `font`
QSize chipSize(const QString &text, const QFont &font);
//! Elides the text when `area` is too narrow.
void paintChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &colours);

} // namespace relaydesk
