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

std::optional<Article> versionOf(const QVector<Article> &versions, int number) {
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [&](const Article &version) { return version.version == number; });
    return found == versions.end() ? std::nullopt : std::optional<Article>(*found);
}

} // namespace

Result<Lesson> Lessons::lessonOf(const Ticket &ticket, const QString &unsent) const {
    const Stores &stores = m_journal.stores();
    const auto conversation = stores.conversations.conversation(ticket.conversation);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto messages = stores.conversations.messages(ticket.conversation, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    Lesson lesson{.ticket = ticket.id,
                  .agent = {},
                  .question = questionOf(ticket, *messages),
                  .answer = {},
                  .facts = {},
                  .sources = {}};
    lesson.facts.customerName = customer->name;
    lesson.facts.customerEmail = customer->email;
    RELAYDESK_TRY(readReplies(lesson, ticket, *messages, unsent));
    if (ticket.verdict.isValid()) {
        const auto verdict = stores.events.event(ticket.verdict);
        RELAYDESK_TRY(verdict);
        lesson.sources = verdictFromJson(verdict->data).sources;
    }
    return lesson;
}

//! What the agents of the episode answered, whose names they are, and what the customer wrote.
Result<void> Lessons::readReplies(Lesson &lesson, const Ticket &ticket, const QVector<Message> &messages,
                                  const QString &unsent) const {
    QStringList replies;
    QVector<AgentId> authors;
    for (const Message &message : messages) {
        if (message.episode != ticket.episode)
            continue;
        if (message.author == Author::Customer)
            lesson.facts.customerTexts += message.text;
        if (message.author != Author::Agent)
            continue;
        replies += message.text;
        authors += message.agent;
    }
    if (!unsent.trimmed().isEmpty()) {
        replies += cleanedMessage(unsent);
        authors += ticket.agent;
    }
    lesson.answer = teachingAnswer(replies);
    lesson.agent = authors.value(replies.lastIndexOf(lesson.answer));
    QStringList names;
    for (const AgentId id : QSet<AgentId>(authors.begin(), authors.end())) {
        if (!id.isValid())
            continue; // nobody has the ticket yet: it is not known who would send this
        const auto agent = m_journal.stores().people.agent(id);
        RELAYDESK_TRY(agent);
        names += agent->name;
    }
    lesson.facts.agentName = names.join(u' ');
    return {};
}

Result<std::optional<Proposal>> Lessons::preview(TicketId id, const QString &unsent) const {
    const auto ticket = m_journal.stores().tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    const auto lesson = lessonOf(*ticket, unsent);
    RELAYDESK_TRY(lesson);
    auto proposal = m_learner.propose(*lesson);
    const auto waiting = m_journal.stores().proposals.proposals(id, ProposalStatus::Pending);
    RELAYDESK_TRY(waiting);
    if (proposal && !waiting->isEmpty())
        proposal->id = waiting->first().id; // of a ticket resolved before: one that waits is brought up to date
    return proposal;
}

Result<Proposal> Lessons::store(Proposal proposal, ProposalStatus status) {
    proposal.status = status;
    proposal.at = m_journal.now();
    const auto id = m_journal.stores().proposals.save(proposal);
    RELAYDESK_TRY(id);
    proposal.id = *id;
    m_journal.noteLesson(*id);
    return proposal;
}

//! The copy in hand may be older than what somebody else decided on it.
Result<Proposal> Lessons::pendingOne(Proposal proposal) const {
    if (proposal.id.isValid()) {
        const auto stored = m_journal.stores().proposals.proposal(proposal.id);
        RELAYDESK_TRY(stored);
        proposal.status = stored->status;
    }
    if (proposal.status != ProposalStatus::Pending)
        return failure(ErrorKind::Conflict, tr("This was decided already. Nothing was changed."));
    return proposal;
}

Result<Proposal> Lessons::keep(const Proposal &proposal) {
    return pendingOne(proposal).and_then([&](const Proposal &open) { return store(open, ProposalStatus::Pending); });
}

Result<Proposal> Lessons::decline(const Proposal &proposal) {
    return pendingOne(proposal).and_then([&](const Proposal &open) { return store(open, ProposalStatus::Declined); });
}

Result<QString> Lessons::answerSent(const Ticket &ticket) const {
    return lessonOf(ticket, {}).map([](const Lesson &lesson) { return cleanLesson(lesson.answer, lesson.facts).text; });
}

Result<std::optional<Proposal>> Lessons::phrasingOf(const Conversation &conversation, const QString &question,
                                                    ArticleId article) const {
    const auto customer = m_journal.stores().people.customer(conversation.customer);
    RELAYDESK_TRY(customer);
    PrivateFacts facts;
    facts.customerName = customer->name;
    facts.customerEmail = customer->email;
    facts.customerTexts = {question};
    return m_learner.proposePhrasing(question, facts, article);
}

Result<Proposal> Lessons::publish(const Proposal &decided, ConversationId from) {
    auto proposal = pendingOne(decided);
    RELAYDESK_TRY(proposal);
    auto article = m_learner.articleOf(*proposal);
    RELAYDESK_TRY(article);
    proposal->versionBefore = article->version;
    article->updatedAt = m_journal.now();
    const auto saved = m_knowledge.save(*article);
    RELAYDESK_TRY(saved);
    proposal->article = saved->id;
    const auto published = store(*proposal, ProposalStatus::Published);
    RELAYDESK_TRY(published);
    m_journal.noteChange(saved->id);
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Learned,
                                 .conversation = from,
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
    const auto old = versionOf(*versions, proposal.versionBefore);
    if (!old)
        return failure(
            ErrorKind::NotFound,
            tr("Version %1 of \"%2\" is gone. Nothing was changed.").arg(proposal.versionBefore).arg(now->title));
    // Only what this lesson brought goes; what was changed since stays.
    now->phrasings.removeIf([&](const Phrasing &phrasing) {
        return phrasing.text == proposal.question &&
               std::none_of(old->phrasings.begin(), old->phrasings.end(),
                            [&](const Phrasing &known) { return known.text == phrasing.text; });
    });
    if (proposal.kind == LessonKind::BetterAnswer && now->answer == proposal.answer) {
        const auto answer = answerBefore(proposal, *versions);
        RELAYDESK_TRY(answer);
        now->answer = *answer;
    }
    return now;
}

//! The answer that `proposal` replaced; where that one was rolled back meanwhile, the one before it.
Result<QString> Lessons::answerBefore(const Proposal &proposal, const QVector<Article> &versions) const {
    const auto undone = m_journal.stores().proposals.proposals({}, ProposalStatus::RolledBack);
    RELAYDESK_TRY(undone);
    int version = proposal.versionBefore;
    QString answer;
    for (auto old = versionOf(versions, version); old; old = versionOf(versions, version)) {
        answer = old->answer;
        const auto source = std::find_if(undone->begin(), undone->end(), [&](const Proposal &other) {
            return other.kind == LessonKind::BetterAnswer && other.article == proposal.article &&
                   other.answer == answer && other.versionBefore < version;
        });
        if (source == undone->end())
            break;
        version = source->versionBefore;
    }
    return answer;
}

Result<Proposal> Lessons::rollBack(ProposalId id) {
    const auto proposal = m_journal.stores().proposals.proposal(id);
    RELAYDESK_TRY(proposal);
    if (proposal->status != ProposalStatus::Published)
        return failure(ErrorKind::Conflict, tr("Only what was learned can be rolled back. Nothing was changed."));
    auto article = before(*proposal);
    RELAYDESK_TRY(article);
    article->updatedAt = m_journal.now();
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
