// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/ownership.h"

namespace relaydesk {

namespace {

struct Rule {
    Owner now;
    Step step;
    Owner then;
};

constexpr Rule table[] = {
    {Owner::Assistant, Step::CustomerWrites, Owner::Assistant},
    {Owner::Assistant, Step::HandOver, Owner::Queue},
    {Owner::Assistant, Step::AgentTakes, Owner::Agent},
    {Owner::Assistant, Step::CustomerConfirms, Owner::Nobody},
    {Owner::Assistant, Step::Silence, Owner::Nobody},
    {Owner::Queue, Step::CustomerWrites, Owner::Queue},
    {Owner::Queue, Step::AgentTakes, Owner::Agent},
    {Owner::Queue, Step::GiveBack, Owner::Assistant},
    {Owner::Queue, Step::Resolve, Owner::Nobody},
    {Owner::Agent, Step::CustomerWrites, Owner::Agent},
    {Owner::Agent, Step::AgentTakes, Owner::Agent},
    {Owner::Agent, Step::AgentLeaves, Owner::Queue},
    {Owner::Agent, Step::GiveBack, Owner::Assistant},
    {Owner::Agent, Step::Resolve, Owner::Nobody},
    {Owner::Nobody, Step::CustomerWrites, Owner::Assistant},
    {Owner::Nobody, Step::Reopen, Owner::Agent},
};

} // namespace

std::optional<Owner> ownerAfter(Owner now, Step step) {
    for (const Rule &rule : table) {
        if (rule.now == now && rule.step == step)
            return rule.then;
    }
    return std::nullopt;
}

} // namespace relaydesk
