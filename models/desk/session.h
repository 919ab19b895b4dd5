// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The key by which a customer finds their conversation again.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! 32 hexadecimal digits that nobody can guess.
QString newSession();

} // namespace relaydesk
