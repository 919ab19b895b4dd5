// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What somebody said, or showed, about a verdict of the assistant: the words that stand in a Feedback event.
#pragma once
#include "models/domain/names.h"

namespace relaydesk {

enum class Feedback {
    Yes,              //!< the customer: it solved it
    No,               //!< the customer: it did not
    Person,           //!< the customer asked for a person after it; not verified
    Repeated,         //!< the customer asked the same again; not verified
    RatedWell,        //!< the customer; not verified
    Picked,           //!< of "Did you mean …?" the customer chose the first
    PickedOther,      //!< … chose another one
    PickedNone,       //!< … chose none
    AgentSame,        //!< the agent sent the candidate as it was
    AgentEdited,      //!< the agent sent what a model had written, changed (the event says how much of it stayed)
    AgentOther,       //!< the agent sent another answer
    AuditGood,        //!< an agent looked at a drawn answer: right
    AuditBad,         //!< … wrong
    SourceRight,      //!< the agent said so of the article that was looked at first, before any answer went out
    SourceWrong,      //!< …
    OtherSourceRight, //!< … of another article that was looked at: nothing about the first
    OtherSourceWrong, //!< …
};

template <>
struct Names<Feedback> {
    static constexpr std::array<Name<Feedback>, 17> all{{{Feedback::Yes, "yes"},
                                                         {Feedback::No, "no"},
                                                         {Feedback::Person, "person"},
                                                         {Feedback::Repeated, "repeated"},
                                                         {Feedback::RatedWell, "rated_well"},
                                                         {Feedback::Picked, "picked"},
                                                         {Feedback::PickedOther, "picked_other"},
                                                         {Feedback::PickedNone, "picked_none"},
                                                         {Feedback::AgentSame, "agent_same"},
                                                         {Feedback::AgentEdited, "agent_edited"},
                                                         {Feedback::AgentOther, "agent_other"},
                                                         {Feedback::AuditGood, "audit_good"},
                                                         {Feedback::AuditBad, "audit_bad"},
                                                         {Feedback::SourceRight, "source_right"},
                                                         {Feedback::SourceWrong, "source_wrong"},
                                                         {Feedback::OtherSourceRight, "other_source_right"},
                                                         {Feedback::OtherSourceWrong, "other_source_wrong"}}};
};

//! Whether the stored answer that the verdict looked at first was the right one; nothing where that is not verified.
//! Silence is no feedback at all.
constexpr std::optional<bool> verified(Feedback feedback) {
    switch (feedback) {
    case Feedback::Yes:
    case Feedback::Picked:
    case Feedback::AgentSame:
    case Feedback::AuditGood:
    case Feedback::SourceRight:
        return true;
    case Feedback::No:
    case Feedback::PickedOther:
    case Feedback::PickedNone:
    case Feedback::AgentOther:
    case Feedback::AuditBad:
    case Feedback::SourceWrong:
        return false;
    default:
        return std::nullopt;
    }
}

//! Customers judge an answer or not as they like, and rather a wrong one than a right one.
constexpr bool isVolunteered(Feedback feedback) { return feedback == Feedback::Yes || feedback == Feedback::No; }

} // namespace relaydesk
