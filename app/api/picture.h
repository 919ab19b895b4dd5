// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Draws a picture anew, so that nothing but its pixels reaches who looks at it.
#pragma once
#include <QtCore/QByteArray>

namespace relaydesk {

//! PNG of the first frame, at most 2048 pixels on a side; empty for what is no picture or takes over 64 MB to draw.
QByteArray drawnAnew(const QByteArray &bytes);

} // namespace relaydesk
