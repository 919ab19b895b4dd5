// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>

namespace relaydesk::wording {

namespace {

QString say(const char *text) { return QCoreApplication::translate("Wording", text); }

QString number(double value) { return QString::number(value, 'f', 2); }

QString openingFor(HandoffCategory category) {
    switch (category) {
    case HandoffCategory::CustomerRequest:
        return say("Of course.");
    case HandoffCategory::Repetition:
    case HandoffCategory::TurnLimit:
        return say("I have not helped you with this yet, sorry.");
    case HandoffCategory::ModelFailure:
        return say("I cannot look that up right now.");
    case HandoffCategory::Ambiguous:
        return say("I am not confident which of two answers fits your question.");
    case HandoffCategory::Frustration:
        return say("I am sorry that this is taking so much of your patience.");
    case HandoffCategory::SensitiveTopic:
        return say("This is something that a person should answer.");
    case HandoffCategory::Policy:
        return say("I may not answer that by myself.");
    default:
        return say("I am not confident enough to answer that.");
    }
}

} // namespace

QString greeting() { return say("Hello. What can I do for you?"); }

QString welcome() { return say("You are welcome. If there is anything else, just write."); }

QString gladItHelped() { return say("Good to hear. If anything else comes up, just write."); }

QString handedOver(HandoffCategory category, bool someoneAvailable) {
    const QString next = someoneAvailable ? say("I am connecting you with a person. They see our conversation, so you "
                                                "do not have to repeat anything.")
                                          : say("Nobody is at the desk at the moment. Your question is kept, and a "
                                                "person answers here as soon as one is back.");
    return openingFor(category) + u' ' + next;
}

QString stillWaiting(bool someoneAvailable) {
    return someoneAvailable ? say("Thank you, I have added that. A person will be with you as soon as one is free.")
                            : say("Thank you, I have added that. Nobody is at the desk at the moment; a person answers "
                                  "here as soon as one is back.");
}

QString alreadyWithPerson(const QString &agent) {
    return agent.isEmpty() ? say("A person has your question already and will answer here.")
                           : say("%1 has your question already and will answer here.").arg(agent);
}

QString joined(const QString &agent) { return say("%1 joined the conversation.").arg(agent); }

QString left(const QString &agent) {
    return say("%1 had to leave. Another person takes over; nothing you wrote is lost.").arg(agent);
}

QString solvedBy(const QString &agent) { return say("%1 marked this as solved. Write again at any time.").arg(agent); }

QString givenBack() {
    return say("The assistant is back in this conversation. \"Talk to a person\" works at any time.");
}

HandoffReason missingKnowledge(const QVector<Source> &closest) {
    if (closest.isEmpty())
        return {HandoffCategory::MissingKnowledge, say("The knowledge base holds nothing on this.")};
    return {HandoffCategory::MissingKnowledge,
            say("No article answers this. The closest is \"%1\" with a similarity of %2.")
                .arg(closest.first().title, number(closest.first().score))};
}

HandoffReason lowConfidence(double score, double bar) {
    return {HandoffCategory::LowConfidence,
            say("Not sure enough: confidence %1 is under the bar of %2.").arg(number(score), number(bar))};
}

HandoffReason ambiguous(const QString &one, const QString &other) {
    return {HandoffCategory::Ambiguous, say("Two articles fit about equally well: \"%1\" and \"%2\".").arg(one, other)};
}

HandoffReason customerAsked() { return {HandoffCategory::CustomerRequest, say("The customer asked for a person.")}; }

HandoffReason saidNo(double score) {
    return {HandoffCategory::LowConfidence,
            say("The customer said that the assistant's answer (confidence %1) did not solve it.").arg(number(score))};
}

HandoffReason repeated() {
    return {HandoffCategory::Repetition, say("The customer asked the same again after an answer of the assistant.")};
}

HandoffReason turnLimit(int turns) {
    return {HandoffCategory::TurnLimit,
            say("The assistant has answered %1 times in this conversation without an end.").arg(turns)};
}

HandoffReason modelFailed(const QString &sentence) { return {HandoffCategory::ModelFailure, sentence}; }

HandoffReason matcherFailed(const QString &sentence) {
    return {HandoffCategory::ModelFailure, say("The knowledge base could not be searched: %1").arg(sentence)};
}

HandoffReason frustrated() {
    return {HandoffCategory::Frustration, say("The customer sounds frustrated: wording, capitals or repetition.")};
}

HandoffReason sensitiveTopic(const QString &topic) {
    return {HandoffCategory::SensitiveTopic,
            say("A sensitive topic, for a person by the desk's rules: %1.").arg(topic)};
}

HandoffReason ruleForbids(const QString &findings) { return {HandoffCategory::Policy, findings}; }

HandoffReason checksFailed(const QString &findings) {
    return {HandoffCategory::LowConfidence, say("The written answer did not pass its checks. %1").arg(findings)};
}

QString givesOrders() { return say("The message gives the assistant orders, so no language model was shown it."); }

HandoffReason takenOver(const QString &agent) { return {HandoffCategory::TakenOver, say("%1 stepped in.").arg(agent)}; }

} // namespace relaydesk::wording
