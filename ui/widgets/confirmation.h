// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks before something is done that somebody should have meant.
#pragma once
#include <QtCore/QString>
#include <functional>

class QWidget;

namespace relaydesk {

//! Opens a dialog over `parent` that says `question` and offers `deed` or Cancel; calls `then` for the deed, as long as
//! `parent` lives. Where it can be taken back the deed is what Return does, else Cancel is.
void askBefore(const QString &question, const QString &deed, bool canBeUndone, QWidget *parent,
               const std::function<void()> &then);

} // namespace relaydesk
