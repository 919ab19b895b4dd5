// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which of a conversation's messages the assistant still owes an answer to.
#pragma once
#include "models/domain/conversation.h"

namespace relaydesk {

//! The customer's messages since anybody else spoke, joined by newlines: a burst is one turn. A question back ("Did you
//! mean …?") ends no turn, and what was picked from it belongs to none. Empty: nothing is owed.
QString openTurn(const QVector<Message> &episode);
//! The last message is the customer's and came within two seconds of the customer's one before, which was answered in
//! between.
bool isRestOfBurst(const QVector<Message> &episode);
//! The open turn, or else the customer's last message.
QString lastQuestion(const QVector<Message> &episode);
//! The customer's turns that somebody answered since; a burst stands there whole and message by message.
QStringList answeredQuestions(const QVector<Message> &episode);
//! How often the assistant has spoken since the customer last had a clean slate.
int turnsOfAssistant(const QVector<Message> &episode);

} // namespace relaydesk
