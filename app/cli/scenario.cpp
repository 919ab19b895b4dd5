// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/scenario.h"
#include "app/cli/turnwaiter.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Scenario", text); }

//! The agent works the queue: takes the ticket of this conversation, answers and resolves it.
Result<std::optional<Proposal>> workQueue(const Scenario &scenario, Desk &desk, const Stores &stores,
                                          const Conversation &conversation, const Agent &agent) {
    const auto tickets =
        stores.tickets.tickets({.status = TicketStatus::Waiting, .conversation = conversation.id, .openOnly = true});
    RELAYDESK_TRY(tickets);
    if (tickets->isEmpty() || scenario.agentReply.isEmpty())
        return std::optional<Proposal>{};
    const TicketId ticket = tickets->first().id;
    RELAYDESK_TRY(desk.claim(ticket, agent.id));
    RELAYDESK_TRY(desk.reply(conversation.id, agent.id, scenario.agentReply));
    return desk.resolve(ticket, agent.id);
}

Result<Outcome> outcomeOf(const Stores &stores, ConversationId id, const std::optional<Verdict> &verdict) {
    const auto resolved =
        stores.tickets.tickets({.status = TicketStatus::Resolved, .conversation = id, .openOnly = false});
    RELAYDESK_TRY(resolved);
    if (!resolved->isEmpty())
        return Outcome::ResolvedByHuman;
    return verdict && verdict->answer ? Outcome::ResolvedByAi : Outcome::Open;
}

QString speakerOf(const Message &message, const Scenario &scenario, const Agent &agent) {
    switch (message.author) {
    case Author::Customer:
        return scenario.customer;
    case Author::Assistant:
        return tr("Assistant");
    case Author::Agent:
        return agent.name;
    case Author::System:
        break;
    }
    return QStringLiteral("\u00b7");
}

Result<void> readTurns(PlayedScenario &played, const Stores &stores, ConversationId id, const Agent &agent) {
    const auto messages = stores.conversations.messages(id, {}, 1000);
    RELAYDESK_TRY(messages);
    for (const Message &message : *messages) {
        ScenarioTurn turn{keyOf(message.author), speakerOf(message, played.scenario, agent), message.text, {}};
        if (message.author == Author::Assistant && played.verdict && played.verdict->answer == message.text)
            turn.confidence = played.verdict->confidence.score;
        played.turns.append(turn);
    }
    return {};
}

} // namespace

QVector<Scenario> scenarios() {
    return {
        {tr("Known question"), tr("Maya Chen"), tr("How do I reset my password?"), {}, Outcome::ResolvedByAi, false},
        {tr("Unknown question"), tr("Jonas Ohlin"), tr("I was charged twice for my subscription"),
         tr("Hi Jonas, I can see both charges on your account. The second one was a mistake on our side and I have "
            "refunded it in full. It reaches your card within 3 to 5 working days. Best regards, Dana"),
         Outcome::ResolvedByHuman, true},
        {tr("Learning"), tr("Priya Rao"), tr("My account shows duplicate charges"), {}, Outcome::ResolvedByAi, true},
    };
}

Result<PlayedScenario> play(const Scenario &scenario, Desk &desk, const Stores &stores, const Agent &agent) {
    PlayedScenario played{.scenario = scenario, .turns = {}, .verdict = {}, .lesson = {}};
    const auto conversation = desk.open({.name = scenario.customer});
    RELAYDESK_TRY(conversation);
    RELAYDESK_TRY(sayAndWait(desk, conversation->id, scenario.question));
    const auto verdict = lastVerdict(stores.events, conversation->id);
    RELAYDESK_TRY(verdict);
    if (*verdict)
        played.verdict = (*verdict)->second;
    const auto lesson = workQueue(scenario, desk, stores, *conversation, agent);
    RELAYDESK_TRY(lesson);
    played.lesson = *lesson;
    const auto outcome = outcomeOf(stores, conversation->id, played.verdict);
    RELAYDESK_TRY(outcome);
    played.outcome = *outcome;
    const auto article =
        played.verdict && played.verdict->answer ? desk.knowledge().known(played.verdict->article) : std::nullopt;
    played.learned = (played.lesson && played.lesson->status == ProposalStatus::Published) ||
                     (article && article->origin == Origin::Agent);
    RELAYDESK_TRY(readTurns(played, stores, conversation->id, agent));
    return played;
}

} // namespace relaydesk
