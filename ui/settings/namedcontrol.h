// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A control with the names that tests and screen readers know it by.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

template <typename Control>
Control *named(Control *control, const QString &name, const QString &accessible) {
    control->setObjectName(name);
    control->setAccessibleName(accessible);
    return control;
}

} // namespace relaydesk
