// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the customer says to "Did you mean …?": the part of CustomerSide that deals with it.
#include "models/desk/customerside.h"
#include "models/desk/eventdata.h"
#include "models/desk/turn.h"
#include "models/desk/wording.h"
#include <algorithm>

namespace relaydesk {

Result<void> CustomerSide::choose(ConversationId id, ArticleId article) {
    return act(id, [&](Conversation &conversation) -> Result<void> {
        const auto episode = m_journal.episodeOf(conversation);
        RELAYDESK_TRY(episode);
        const QVector<Choice> offered = openChoices(*episode);
        const auto chosen = std::find_if(offered.begin(), offered.end(),
                                         [&](const Choice &choice) { return choice.article == article; });
        if (conversation.owner != Owner::Assistant || offered.isEmpty() ||
            (article.isValid() && chosen == offered.end()))
            return failure(ErrorKind::Conflict, tr("This choice does not stand open any more. Nothing was changed."));
        const QString said = article.isValid() ? chosen->title : wording::noneOfThese();
        RELAYDESK_TRY(m_journal.say(conversation, Author::Customer, said));
        return takeChoice(conversation, offered, article);
    });
}

Result<Event> CustomerSide::lastVerdict(const Conversation &conversation) const {
    const auto verdicts = m_journal.stores().events.events(
        {.kinds = {EventKind::Verdict}, .conversation = conversation.id, .from = {}, .to = {}, .newest = 1});
    RELAYDESK_TRY(verdicts);
    if (verdicts->isEmpty())
        return failure(ErrorKind::NotFound, tr("The choices of this conversation are gone. Nothing was changed."));
    return verdicts->first();
}

//! A pick is answered and learned; anything else is for a person, as the assistant never asks back twice.
Result<void> CustomerSide::takeChoice(Conversation &conversation, const QVector<Choice> &choices,
                                      std::optional<ArticleId> pick) {
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    const auto asked = lastVerdict(conversation);
    RELAYDESK_TRY(asked);
    if (pick) {
        const bool isFirst = *pick == asked->article;
        RELAYDESK_TRY(m_verification.judge(asked->id, !pick->isValid() ? Feedback::PickedNone
                                                      : isFirst        ? Feedback::Picked
                                                                       : Feedback::PickedOther));
    }
    const auto given = pick && pick->isValid()
                           ? m_engine.answerWith(*pick, openTurn(*episode), m_verification.standard(*settings))
                           : std::optional<Verdict>();
    if (given) {
        RELAYDESK_TRY(learnPick(conversation, *given, *settings));
        return apply(conversation, *given);
    }
    Verdict verdict = verdictFromJson(asked->data);
    verdict.question = openTurn(*episode);
    verdict.handoff = wording::noneMeant(choices);
    verdict.choices.clear();
    if (pick)
        verdict.features.clear(); // the customer has judged this candidate already
    return apply(conversation, verdict);
}

//! The customer's words become a phrasing of the article; where something speaks against it, a person decides.
Result<void> CustomerSide::learnPick(const Conversation &conversation, const Verdict &given,
                                     const DeskSettings &settings) {
    const auto lesson = m_lessons.phrasingOf(conversation, given.question, given.article);
    RELAYDESK_TRY(lesson);
    if (!*lesson)
        return {};
    const bool mayGoIn = settings.learnDirectly && (*lesson)->objection.isEmpty();
    RELAYDESK_TRY(mayGoIn ? m_lessons.publish(**lesson, conversation.id) : m_lessons.keep(**lesson));
    return {};
}

//! It was the wrong pick after all: what was learned from it goes.
Result<void> CustomerSide::forgetPick(const Conversation &conversation, const Event &verdict) {
    const auto learned = m_journal.stores().events.events({.kinds = {EventKind::Learned},
                                                           .conversation = conversation.id,
                                                           .from = {},
                                                           .to = verdict.at.addMSecs(1),
                                                           .newest = 1});
    RELAYDESK_TRY(learned);
    if (learned->isEmpty() || learned->first().article != verdict.article)
        return {};
    const ProposalId id{learned->first().data.value(QLatin1String("proposal")).toInteger()};
    const auto proposal = m_journal.stores().proposals.proposal(id);
    RELAYDESK_TRY(proposal);
    const bool isOfThis = proposal->status == ProposalStatus::Published && !proposal->ticket.isValid();
    return isOfThis ? m_lessons.rollBack(id).map([](const Proposal &) {}) : Result<void>{};
}

} // namespace relaydesk
