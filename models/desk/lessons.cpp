// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/lessons.h"
#include "models/desk/customerintent.h"
#include "models/desk/eventdata.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Lessons", text); }

//! A wish for a person is not what the answer answers: then the last real question of the episode is.
QString questionOf(const Ticket &ticket, const QVector<Message> &messages) {
    if (intentOf(ticket.question, false) == Intent::Question && !ticket.question.isEmpty())
        return ticket.question;
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        if (message->episode == ticket.episode && message->author == Author::Customer &&
            intentOf(message->text, true) == Intent::Question)
            return message->text;
    }
    return ticket.question;
}

} // namespace

Result<Lesson> Lessons::lessonOf(const Ticket &ticket) const {
    const Stores &stores = m_journal.stores();
    const auto conversation = stores.conversations.conversation(ticket.conversation);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto messages = stores.conversations.messages(ticket.conversation, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    Lesson lesson{.ticket = ticket.id,
                  .agent = ticket.agent,
                  .question = questionOf(ticket, *messages),
                  .answer = {},
                  .facts = {},
                  .sources = {}};
    QStringList replies;
    for (const Message &message : *messages) {
        if (message.episode != ticket.episode)
            continue;
        if (message.author == Author::Agent)
            replies += message.text;
        if (message.author == Author::Customer)
            lesson.facts.customerTexts += message.text;
    }
    lesson.answer = teachingAnswer(replies);
    lesson.facts.customerName = customer->name;
    lesson.facts.customerEmail = customer->email;
    if (ticket.agent.isValid()) {
        const auto agent = stores.people.agent(ticket.agent);
        RELAYDESK_TRY(agent);
        lesson.facts.agentName = agent->name;
    }
    if (ticket.verdict.isValid()) {
        const auto verdict = stores.events.event(ticket.verdict);
        RELAYDESK_TRY(verdict);
        lesson.sources = verdictFromJson(verdict->data).sources;
    }
    return lesson;
}

Result<std::optional<Proposal>> Lessons::preview(TicketId id) const {
    const auto ticket = m_journal.stores().tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    const auto lesson = lessonOf(*ticket);
    RELAYDESK_TRY(lesson);
    return m_learner.propose(*lesson);
}

Result<Proposal> Lessons::store(Proposal proposal, ProposalStatus status) {
    proposal.status = status;
    proposal.at = m_journal.now();
    const auto id = m_journal.stores().proposals.save(proposal);
    RELAYDESK_TRY(id);
    proposal.id = *id;
    return proposal;
}

Result<Proposal> Lessons::keep(Proposal proposal) { return store(std::move(proposal), ProposalStatus::Pending); }

Result<Proposal> Lessons::decline(Proposal proposal) {
    if (proposal.status != ProposalStatus::Pending)
        return failure(ErrorKind::Conflict, tr("This was decided already. Nothing was changed."));
    return store(std::move(proposal), ProposalStatus::Declined);
}

Result<Proposal> Lessons::publish(Proposal proposal) {
    if (proposal.status != ProposalStatus::Pending)
        return failure(ErrorKind::Conflict, tr("This was decided already. Nothing was changed."));
    auto article = m_learner.articleOf(proposal);
    RELAYDESK_TRY(article);
    proposal.versionBefore = article->version;
    const auto saved = m_knowledge.save(*article);
    RELAYDESK_TRY(saved);
    proposal.article = saved->id;
    const auto published = store(std::move(proposal), ProposalStatus::Published);
    RELAYDESK_TRY(published);
    m_journal.noteChange(saved->id);
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Learned,
                                 .ticket = published->ticket,
                                 .agent = published->agent,
                                 .article = saved->id,
                                 .data = {{QStringLiteral("kind"), keyOf(published->kind)},
                                          {QStringLiteral("proposal"), published->id.value},
                                          {QStringLiteral("version"), saved->version}}}));
    return published;
}

Result<Article> Lessons::before(const Proposal &proposal) const {
    auto now = m_knowledge.article(proposal.article);
    if (!now)
        return now;
    if (proposal.versionBefore == 0) {
        now->status = ArticleStatus::Archived;
        return now;
    }
    const auto versions = m_knowledge.versions(proposal.article);
    RELAYDESK_TRY(versions);
    const auto old = std::find_if(versions->begin(), versions->end(),
                                  [&](const Article &version) { return version.version == proposal.versionBefore; });
    if (old == versions->end())
        return failure(
            ErrorKind::NotFound,
            tr("Version %1 of \"%2\" is gone. Nothing was changed.").arg(proposal.versionBefore).arg(now->title));
    // Only what this lesson brought goes; what was changed since stays.
    now->phrasings.removeIf([&](const Phrasing &phrasing) {
        return phrasing.text == proposal.question &&
               std::none_of(old->phrasings.begin(), old->phrasings.end(),
                            [&](const Phrasing &known) { return known.text == phrasing.text; });
    });
    if (proposal.kind == LessonKind::BetterAnswer && now->answer == proposal.answer)
        now->answer = old->answer;
    return now;
}

Result<Proposal> Lessons::rollBack(ProposalId id) {
    const auto proposal = m_journal.stores().proposals.proposal(id);
    RELAYDESK_TRY(proposal);
    if (proposal->status != ProposalStatus::Published)
        return failure(ErrorKind::Conflict, tr("Only what was learned can be rolled back. Nothing was changed."));
    const auto article = before(*proposal);
    RELAYDESK_TRY(article);
    const auto saved = m_knowledge.save(*article);
    RELAYDESK_TRY(saved);
    m_journal.noteChange(saved->id);
    RELAYDESK_TRY(m_journal.log(
        {.kind = EventKind::RolledBack,
         .ticket = proposal->ticket,
         .article = saved->id,
         .data = {{QStringLiteral("kind"), keyOf(proposal->kind)}, {QStringLiteral("proposal"), id.value}}}));
    return store(*proposal, ProposalStatus::RolledBack);
}

} // namespace relaydesk
