// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Every sentence the desk says by itself: to customers short and warm, to agents the reason first and then the number.
#pragma once
#include "models/domain/handoff.h"
#include "models/domain/ids.h"
#include "models/domain/verdict.h"

namespace relaydesk::wording {

// To the customer
QString greeting();
QString welcome(); //!< answer to thanks
QString gladItHelped();
QString didYouMean(const QVector<Choice> &choices);
QString answeredAbove(); //!< what the customer added belongs to a question that has its answer
QString noneOfThese();   //!< what the button says and the customer is heard to say
QString handedOver(HandoffCategory category, bool someoneAvailable);
QString stillWaiting(bool someoneAvailable);
QString alreadyWithPerson(const QString &agent);
QString joined(const QString &agent);
QString left(const QString &agent);
QString solvedBy(const QString &agent);
QString givenBack();

// To the agent
HandoffReason missingKnowledge(const QString &question, const QVector<Source> &closest);
HandoffReason lowConfidence(double score, double bar);
HandoffReason ambiguous(const QString &one, const QString &other);
HandoffReason customerAsked();
HandoffReason noneMeant(const QVector<Choice> &choices);
HandoffReason saidNo(double score);
HandoffReason repeated();
HandoffReason turnLimit(int turns);
HandoffReason modelFailed(const QString &sentence);
HandoffReason matcherFailed(const QString &sentence);
HandoffReason frustrated();
HandoffReason sensitiveTopic(const QString &topic);
HandoffReason ruleForbids(const QString &findings);
HandoffReason checksFailed(const QString &findings);
QString givesOrders(); //!< about a message with orders for the assistant, which no model was shown
HandoffReason takenOver(const QString &agent);
HandoffReason splitFrom(TicketId ticket, const QString &agent);
HandoffReason stillOpenBeside(TicketId split); //!< the customer wrote where they read a split-off ticket's answers

// Both
QString barSentence(double bar, const BarGround &ground);

} // namespace relaydesk::wording
