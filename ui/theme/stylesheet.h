// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Palette and style sheet of the controls, made from tokens.
#pragma once
#include "ui/theme/tokens.h"
#include <QtCore/QString>
#include <QtGui/QFont>
#include <QtGui/QPalette>

namespace relaydesk {

QPalette paletteOf(const Tokens &tokens);
//! Sizes follow `font`: small text is 0.86 of it, titles 1.04, headlines 1.75.
QString styleSheetOf(const Tokens &tokens, const QFont &font);
//! `font` in another size, whether it is given in points or in pixels.
QFont scaled(const QFont &font, qreal factor);

} // namespace relaydesk
