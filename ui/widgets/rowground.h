// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What lies behind every row of a list: its colour while it is selected or under the pointer, and the line below it.
#pragma once
#include "ui/theme/tokens.h"

class QPainter;
class QStyleOptionViewItem;

namespace relaydesk {

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens);

} // namespace relaydesk
