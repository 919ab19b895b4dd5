// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the customer says of an answer, by "Did that solve it?" or a thumb: the part of CustomerSide that deals with
//! it.
#include "models/desk/customerside.h"
#include "models/desk/eventdata.h"
#include "models/desk/wording.h"

namespace relaydesk {

Result<void> CustomerSide::takeFeedback(Conversation &conversation, Feedback feedback) {
    const EventId judged = std::exchange(conversation.answer, EventId{});
    return judged.isValid() ? m_verification.judge(judged, feedback) : Result<void>{};
}

Result<void> CustomerSide::confirm(Conversation &conversation) {
    RELAYDESK_TRY(takeFeedback(conversation, Feedback::Yes));
    RELAYDESK_TRY(m_journal.say(conversation, Author::Assistant, wording::gladItHelped()));
    return m_relay.close(conversation, Closing::Confirmed, true);
}

Result<void> CustomerSide::deny(Conversation &conversation) {
    Verdict verdict;
    if (conversation.answer.isValid()) {
        const auto given = m_journal.stores().events.event(conversation.answer);
        RELAYDESK_TRY(given);
        verdict = verdictFromJson(given->data);
        verdict.answer.reset();
        if (verdict.picked)
            RELAYDESK_TRY(forgetPick(conversation, *given));
    }
    const EventId logged = conversation.answer;
    verdict.handoff = wording::saidNo(verdict.confidence.score);
    RELAYDESK_TRY(takeFeedback(conversation, Feedback::No));
    return m_relay.handOver(conversation, verdict, logged);
}

Result<void> CustomerSide::solved(ConversationId id, bool yes) {
    return act(id, [&](Conversation &conversation) -> Result<void> {
        if (!conversation.asked || conversation.owner != Owner::Assistant)
            return failure(ErrorKind::Conflict,
                           tr("There is no open answer of the assistant to judge. Nothing was changed."));
        return yes ? confirm(conversation) : deny(conversation);
    });
}

//! A thumb under the answer that stands open is the answer to "Did that solve it?"; one under an earlier answer is
//! written down, and moves nobody.
Result<void> CustomerSide::judge(ConversationId id, EventId answer, bool helped) {
    const auto conversation = m_journal.stores().conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto event = m_journal.stores().events.event(answer);
    RELAYDESK_TRY(event);
    if (event->conversation != id || event->kind != EventKind::Verdict || !verdictFromJson(event->data).answer)
        return failure(ErrorKind::Invalid,
                       tr("That is no answer of the assistant in this conversation. Nothing was written down."));
    if (conversation->owner == Owner::Assistant && conversation->asked && conversation->answer == answer)
        return solved(id, helped);
    return m_journal.atomically([&]() -> Result<void> {
        RELAYDESK_TRY(m_verification.judge(answer, helped ? Feedback::Yes : Feedback::No));
        Conversation same = *conversation;
        return m_journal.save(same); // tells whoever shows it
    });
}

} // namespace relaydesk
