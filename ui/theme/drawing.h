// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The program's own icons: drawings in one stroke colour, painted in any colour and crisp at every scale.
#pragma once
#include <QtGui/QIcon>

namespace relaydesk {

//! resources/icons/NAME.svg in `colour`, fainter where disabled; a null icon where there is no such drawing.
QIcon drawing(const QString &name, const QColor &colour);

} // namespace relaydesk
