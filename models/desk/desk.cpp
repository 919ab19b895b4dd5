// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/desk.h"
#include "models/desk/duplicates.h"

namespace relaydesk {

namespace {

constexpr qsizetype fewArticles = 16;

//! Few are read one by one, so that nobody waits for the others; many together with everything else.
Result<void> refreshAfter(const QVector<Article> &saved, KnowledgeBase &knowledge) {
    if (saved.size() <= fewArticles) {
        for (const Article &article : saved)
            RELAYDESK_TRY(knowledge.refresh(article.id));
    }
    return knowledge.refresh(); // nothing to do where nobody else wrote
}

} // namespace

Desk::Desk(const Stores &stores, const Clock &clock, Matcher &matcher, ModelClient *model)
    : m_stores(stores)
    , m_knowledge(stores.articles, matcher)
    , m_journal(stores, clock)
    , m_relay(m_journal)
    , m_lessons(m_journal, m_knowledge)
    , m_verification(m_journal, m_knowledge)
    , m_customers(m_journal, m_relay, m_knowledge, m_lessons, m_verification, model)
    , m_care(m_journal, m_relay, m_lessons)
    , m_help(m_journal, m_knowledge, m_verification, model)
    , m_held(*this) {
    connect(&m_journal, &Journal::articleChanged, this, &Desk::refreshArticle);
    connect(&m_journal, &Journal::messagePosted, this, &Desk::messagePosted);
    connect(&m_journal, &Journal::conversationChanged, this, &Desk::conversationChanged);
    connect(&m_journal, &Journal::ticketChanged, this, &Desk::ticketChanged);
    connect(&m_customers, &CustomerSide::draftGrew, this, &Desk::draftGrew);
    connect(&m_help, &HandoffHelp::grew, this, &Desk::draftGrew);
    connect(&m_help, &HandoffHelp::failed, this, &Desk::failed);
    connect(&m_customers, &CustomerSide::failed, this, &Desk::failed);
    connect(&m_verification, &Verification::failed, this, &Desk::failed);
}

Result<void> Desk::refresh() {
    RELAYDESK_TRY(m_knowledge.refresh());
    return m_verification.load();
}

Result<void> Desk::start() {
    RELAYDESK_TRY(refresh());
    RELAYDESK_TRY(m_customers.resumeInterrupted());
    return m_held.start();
}

void Desk::refreshArticle(ArticleId id) {
    if (const auto done = m_knowledge.refresh(id); !done)
        emit failed(done.error());
    emit articleChanged(id);
}

Result<int> Desk::closeSilent() {
    RELAYDESK_TRY(m_customers.resumeInterrupted());
    RELAYDESK_TRY(m_care.wakeDue());
    const auto settings = readSettings(m_stores.settings);
    RELAYDESK_TRY(settings);
    return m_customers.closeSilent(m_journal.now().addSecs(-qint64(settings->silenceHours) * 3600));
}

Result<void> Desk::claim(TicketId ticket, AgentId agent, bool fromAnother) {
    return m_journal.atomically([&] { return m_relay.claim(ticket, agent, fromAnother); });
}

Result<MessageId> Desk::reply(ConversationId conversation, AgentId agent, const QString &text) {
    MessageId posted;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        const auto message = m_relay.reply(conversation, agent, text);
        RELAYDESK_TRY(message);
        posted = *message;
        return {};
    });
    RELAYDESK_TRY(done);
    m_customers.stopAnswering(conversation);
    return posted;
}

Result<std::optional<Proposal>> Desk::resolve(TicketId id, AgentId agent, const Teaching &teaching) {
    std::optional<Proposal> learned;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        const auto ticket = m_relay.resolve(id, agent);
        RELAYDESK_TRY(ticket);
        const auto sent = m_lessons.answerSent(*ticket);
        RELAYDESK_TRY(sent);
        RELAYDESK_TRY(m_verification.judgeResolution(*ticket, *sent));
        const auto lesson = learnFrom(*ticket, teaching);
        RELAYDESK_TRY(lesson);
        learned = *lesson;
        return {};
    });
    RELAYDESK_TRY(done);
    return learned;
}

Result<std::optional<Proposal>> Desk::learnFrom(const Ticket &ticket, const Teaching &teaching) {
    if (!teaching.learn)
        return std::optional<Proposal>{};
    auto proposed = teaching.edited ? Result<std::optional<Proposal>>(teaching.edited) : m_lessons.preview(ticket.id);
    RELAYDESK_TRY(proposed);
    if (!*proposed)
        return std::optional<Proposal>{};
    (*proposed)->ticket = ticket.id;
    if (!(*proposed)->agent.isValid())
        (*proposed)->agent = ticket.agent;
    const auto settings = readSettings(m_stores.settings);
    RELAYDESK_TRY(settings);
    // What an agent edited was read by a person; anything else must have nothing against it.
    const bool mayGoIn = settings->learnDirectly && ((*proposed)->objection.isEmpty() || teaching.edited);
    const auto stored = mayGoIn ? m_lessons.publish(**proposed) : m_lessons.keep(**proposed);
    RELAYDESK_TRY(stored);
    return std::optional<Proposal>(*stored);
}

Result<void> Desk::giveBack(TicketId ticket, AgentId agent) {
    return m_journal.atomically([&] { return m_relay.giveBack(ticket, agent); });
}

Result<int> Desk::release(AgentId agent) {
    int count = 0;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        const auto released = m_relay.release(agent);
        RELAYDESK_TRY(released);
        count = *released;
        return {};
    });
    RELAYDESK_TRY(done);
    return count;
}

Result<void> Desk::reopen(ConversationId conversation, AgentId agent) {
    return m_journal.atomically([&] { return m_relay.reopen(conversation, agent); });
}

Result<Agent> Desk::agentNamed(const QString &name) {
    const QString wanted = name.simplified();
    if (wanted.isEmpty())
        return failure(ErrorKind::Invalid, tr("An agent needs a name. Nothing was changed."));
    const auto agents = m_stores.people.agents();
    RELAYDESK_TRY(agents);
    for (const Agent &agent : *agents) {
        if (agent.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return agent;
    }
    Agent agent{.name = wanted};
    const auto id = m_stores.people.save(agent);
    RELAYDESK_TRY(id);
    agent.id = *id;
    return agent;
}

Result<void> Desk::setAvailable(AgentId id, bool available) {
    return m_journal.atomically([&]() -> Result<void> {
        auto agent = m_stores.people.agent(id);
        RELAYDESK_TRY(agent);
        agent->available = available;
        RELAYDESK_TRY(m_stores.people.save(*agent));
        if (!available)
            RELAYDESK_TRY(m_relay.release(id));
        return {};
    });
}

Result<void> Desk::setSetting(const QString &key, const QString &value) {
    return m_journal.atomically([&]() -> Result<void> {
        RELAYDESK_TRY(m_stores.settings.setValue(key, value));
        RELAYDESK_TRY(m_journal.log(
            {.kind = EventKind::Setting, .data = {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}}}));
        return {};
    });
}

Result<EventId> Desk::remarked(const std::function<Result<EventId>(Remarks &)> &deed) {
    EventId logged;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        Remarks remarks(m_journal);
        const auto result = deed(remarks);
        RELAYDESK_TRY(result);
        logged = *result;
        return {};
    });
    RELAYDESK_TRY(done);
    return logged;
}

Result<EventId> Desk::rate(ConversationId id, int stars, const QString &comment) {
    return remarked([&](Remarks &remarks) { return remarks.rate(id, stars, comment); });
}

Result<EventId> Desk::attach(ConversationId id, const SentFile &file) {
    return remarked([&](Remarks &remarks) { return remarks.attach(id, file); });
}

Result<EventId> Desk::addNote(TicketId ticket, AgentId agent, const QString &text) {
    return remarked([&](Remarks &remarks) { return remarks.note(ticket, agent, text); });
}

Result<Proposal> Desk::decided(const std::function<Result<Proposal>()> &decision) {
    Proposal proposal;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        const auto result = decision();
        RELAYDESK_TRY(result);
        proposal = *result;
        return {};
    });
    RELAYDESK_TRY(done);
    return proposal;
}

Result<Proposal> Desk::publish(const Proposal &proposal) {
    return decided([&] { return m_lessons.publish(proposal); });
}

Result<Proposal> Desk::decline(const Proposal &proposal) {
    return decided([&] { return m_lessons.decline(proposal); });
}

Result<Proposal> Desk::rollBack(ProposalId id) {
    return decided([&] { return m_lessons.rollBack(id); });
}

Result<QVector<Article>> Desk::saveArticles(const QVector<Article> &articles) {
    QVector<Article> saved;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        for (const Article &given : articles) {
            Article article = withoutDuplicates(given);
            if (!article.updatedAt.isValid())
                article.updatedAt = m_journal.now();
            const auto stored = m_stores.articles.save(article);
            RELAYDESK_TRY(stored);
            RELAYDESK_TRY(m_journal.log({.kind = EventKind::Edited,
                                         .article = stored->id,
                                         .data = {{QStringLiteral("version"), stored->version}}}));
            saved.append(*stored);
        }
        return {};
    });
    RELAYDESK_TRY(done);
    // They are on disk; a matcher that cannot learn them now is told again by the next refresh().
    if (const auto known = refreshAfter(saved, m_knowledge); !known)
        emit failed(known.error());
    for (const Article &article : std::as_const(saved))
        emit articleChanged(article.id);
    return saved;
}

Result<void> Desk::audit(EventId verdict, AgentId agent, bool right) {
    return m_journal.atomically([&] { return m_verification.audit(verdict, agent, right); });
}

Result<void> Desk::judgeSource(TicketId id, ArticleId source, AgentId agent, bool right) {
    return m_journal.atomically([&]() -> Result<void> {
        auto ticket = m_stores.tickets.ticket(id);
        RELAYDESK_TRY(ticket);
        RELAYDESK_TRY(m_verification.judgeSource(ticket->verdict, source, agent, right));
        return m_journal.save(*ticket); // tells whoever shows it
    });
}

Result<Standard> Desk::standard(std::optional<double> precision) const {
    return readSettings(m_stores.settings).map([&](DeskSettings settings) {
        settings.precision = precision.value_or(settings.precision);
        return m_verification.standard(settings);
    });
}

Result<Verdict> Desk::tryQuestion(const QString &question) const {
    const auto settings = readSettings(m_stores.settings);
    RELAYDESK_TRY(settings);
    const Consultation asked = ReplyEngine(m_knowledge).consult(question, m_verification.standard(*settings));
    return settings->asksBack ? ReplyEngine::askingBack(asked, asked.verdict) : asked.verdict;
}

} // namespace relaydesk
