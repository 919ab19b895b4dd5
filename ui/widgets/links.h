// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Links are opened only after the person has seen the whole address and agreed.
#pragma once
#include <QtCore/QUrl>
#include <functional>

class QWidget;

namespace relaydesk {

bool isOpenable(const QUrl &url); //!< http, https and mailto only

//! Asks in a window-modal box without waiting here. After a yes `then` opens the address, or the system where there is
//! no `then`. Other schemes are refused in words.
void askBeforeOpening(const QUrl &url, QWidget *parent, const std::function<void(const QUrl &)> &then = {});

} // namespace relaydesk
