// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The fixed colours people's discs are told apart by: the same name has the same one, in both themes.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>
#include <QtGui/QColor>

namespace relaydesk {

const QVector<QColor> &avatarColours(); //!< each at least 4.5 : 1 under onAvatarColour()
QColor avatarColour(const QString &name);
QColor onAvatarColour();

} // namespace relaydesk
