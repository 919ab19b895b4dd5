// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a customer's message is before it is a question: a wish for a person, a yes or no, a greeting.
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

enum class Intent { Question, PersonWanted, Yes, No, Greeting, Thanks };

//! `asked`: "Did that solve it?" stands open, so that a bare yes or no is an answer to it.
Intent intentOf(const QString &message, bool asked);

//! True when `message` asks one of `earlier` again: the same words, give or take the little ones.
bool isRepetition(const QString &message, const QStringList &earlier);

//! A customer's text as it is stored: control characters and half surrogates taken out, ends trimmed. Nothing else
//! changes.
QString cleanedMessage(const QString &text);

} // namespace relaydesk
