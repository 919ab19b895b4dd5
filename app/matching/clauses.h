// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The parts of a question that say something each, so that one of them cannot hide behind the others.
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

//! Split at punctuation and at English conjunctions; parts of under three words are left out. Where less than two
//! remain: nothing.
QStringList clausesOf(const QString &question);

} // namespace relaydesk
