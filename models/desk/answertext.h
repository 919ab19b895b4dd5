// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the text of an answer says about itself: how specific it is, and how sure it sounds.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! 0 to 1: numbers, names, steps and links, in a length between a dozen and two hundred words. 0 for an empty answer.
double specificityOf(const QString &answer);

//! 1 minus the weighted share of uncertainty markers ("I'm not sure", "might" …) by sentence; 1 for none, never below
//! 0.
double certaintyOf(const QString &answer);

} // namespace relaydesk
