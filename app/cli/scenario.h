// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One of the product's three scenarios: what the people in it say, and how it must end.
#pragma once
#include "models/desk/desk.h"

namespace relaydesk {

enum class Outcome { ResolvedByAi, ResolvedByHuman, Open };

template <>
struct Names<Outcome> {
    static constexpr std::array<Name<Outcome>, 3> all{{{Outcome::ResolvedByAi, "resolved_by_ai"},
                                                       {Outcome::ResolvedByHuman, "resolved_by_human"},
                                                       {Outcome::Open, "open"}}};
};

struct Scenario {
    QString name;
    QString customer;
    QString question;
    QString agentReply; //!< what the agent answers should the question be handed over
    Outcome promised = Outcome::Open;
    bool learnedPromised = false;
};

struct ScenarioTurn {
    QString from; //!< customer, assistant, agent, system
    QString speaker;
    QString text;
    std::optional<double> confidence; //!< with an answer of the assistant
};

struct PlayedScenario {
    Scenario scenario;
    QVector<ScenarioTurn> turns;
    Outcome outcome = Outcome::Open;
    bool learned = false; //!< something was learned in it, or its answer was learned before
    std::optional<Verdict> verdict;
    std::optional<Proposal> lesson;

    bool isAsPromised() const { return outcome == scenario.promised && learned == scenario.learnedPromised; }
};

//! Known question, unknown question, learning; of PRODUCT's promise.
QVector<Scenario> scenarios();

//! Plays one on the desk, with `agent` at the queue. Nothing in it is scripted but the words.
Result<PlayedScenario> play(const Scenario &scenario, Desk &desk, const Stores &stores, const Agent &agent);

} // namespace relaydesk
