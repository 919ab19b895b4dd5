// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/wording.h"
#include "models/desk/answerlanguage.h"
#include "models/domain/wilson.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

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
    case HandoffCategory::NotSolved:
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

//! Most encoders were trained on one language: what they find near to another one says little.
QString otherLanguage(const QString &question, const QVector<Source> &closest) {
    QStringList titles;
    for (const Source &source : closest)
        titles += source.title;
    const QString asked = languageOf(question), known = languageOf(titles.join(u'\n'));
    if (asked.isEmpty() || known.isEmpty() || asked == known)
        return {};
    const auto name = [](const QString &code) { return QLocale::languageToString(QLocale(code).language()); };
    return u' ' + say("The question seems to be in %1, the closest articles are in %2.").arg(name(asked), name(known));
}

} // namespace

QString greeting() { return say("Hello. What can I do for you?"); }

QString welcome() { return say("You are welcome. If there is anything else, just write."); }

QString gladItHelped() { return say("Good to hear. If anything else comes up, just write."); }

QString didYouMean(const QVector<Choice> &choices) {
    QString text = choices.size() == 1 ? say("I am not quite sure what you mean. Did you mean this?")
                                       : say("I am not quite sure what you mean. Did you mean one of these?");
    text += u'\n';
    for (qsizetype i = 0; i < choices.size(); ++i)
        text += QStringLiteral("\n%1. %2").arg(QString::number(i + 1), choices[i].title.simplified());
    return text;
}

QString noneOfThese() { return say("None of these"); }

QString answeredAbove() {
    return say(
        "I took that as part of your question; the answer above is for all of it. If it does not help, say so or "
        "ask for a person.");
}

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

HandoffReason missingKnowledge(const QString &question, const QVector<Source> &closest) {
    if (closest.isEmpty())
        return {HandoffCategory::MissingKnowledge, say("The knowledge base holds nothing on this.")};
    return {HandoffCategory::MissingKnowledge,
            say("No article answers this. The closest is \"%1\" with a similarity of %2.")
                    .arg(closest.first().title, number(closest.first().score)) +
                otherLanguage(question, closest)};
}

HandoffReason lowConfidence(double score, double bar) {
    return {HandoffCategory::LowConfidence,
            say("Not sure enough: confidence %1 is under the bar of %2.").arg(number(score), number(bar))};
}

HandoffReason ambiguous(const QString &one, const QString &other) {
    return {HandoffCategory::Ambiguous, say("Two articles fit about equally well: \"%1\" and \"%2\".").arg(one, other)};
}

HandoffReason customerAsked() { return {HandoffCategory::CustomerRequest, say("The customer asked for a person.")}; }

HandoffReason noneMeant(const QVector<Choice> &choices) {
    QStringList titles;
    for (const Choice &choice : choices)
        titles += QStringLiteral("\"%1\"").arg(choice.title);
    return {HandoffCategory::LowConfidence,
            say("The assistant asked whether %1 was meant, and it was not.").arg(titles.join(say(" or ")))};
}

HandoffReason saidNo(double score) {
    return {HandoffCategory::NotSolved,
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

HandoffReason splitFrom(TicketId ticket, const QString &agent) {
    return {HandoffCategory::TakenOver, say("%1 split this from ticket %2.").arg(agent, QString::number(ticket.value))};
}

HandoffReason stillOpenBeside(TicketId split) {
    return {HandoffCategory::TakenOver,
            say("The customer wrote again while ticket %1, split from this conversation, is open.").arg(split.value)};
}

QString barSentence(double bar, const BarGround &ground) {
    const QString wanted = QString::number(ground.wanted * 100, 'g', 3);
    if (ground.rule == BarRule::Fixed)
        return say("The bar of %1 is fixed in the settings.").arg(number(bar));
    if (ground.rule == BarRule::Thin)
        return say("The bar is the fixed one, %1: for a bar that keeps %2 % of the answers right, 50 verified outcomes "
                   "are needed, and there are %3.")
            .arg(number(bar), wanted, QString::number(ground.outcomes));
    const QString follows =
        say("The bar of %1 follows from %2 verified outcomes, so that %3 % of the answers are right.")
            .arg(number(bar), QString::number(ground.outcomes), wanted);
    if (ground.judged == 0)
        return follows + u' ' + say("No answer over it has been judged independently yet.");
    const Band band = wilsonBand(ground.right, ground.judged);
    return follows + u' ' +
           say("Of %1 answers over it that were judged, %2 were right (between %3 and %4 %).")
               .arg(ground.judged)
               .arg(ground.right)
               .arg(qRound(band.low * 100))
               .arg(qRound(band.high * 100));
}

} // namespace relaydesk::wording
