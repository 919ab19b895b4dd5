// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The translation context of the sentences this room says.
#pragma once
#include <QtCore/QCoreApplication>

namespace relaydesk {

class StorageText {
    Q_DECLARE_TR_FUNCTIONS(StorageText)
};

} // namespace relaydesk
