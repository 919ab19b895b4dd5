// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/handoffhelp.h"
#include "models/desk/eventdata.h"
#include "models/desk/helpsetting.h"
#include "models/desk/prompt.h"
#include "models/desk/promptorders.h"
#include <QtCore/QPointer>

namespace relaydesk {

namespace {

constexpr int mostWaiting = 60; //!< help at a time, over all tickets: beyond that the desk's own does

//! A model that has just failed is left alone, and what touches a delicate matter stays in the house.
bool isForAModel(const Ticket &ticket) {
    return ticket.isOpen() && ticket.reason.category != HandoffCategory::ModelFailure &&
           ticket.reason.category != HandoffCategory::SensitiveTopic && !givesOrders(ticket.question);
}

} // namespace

HandoffHelp::HandoffHelp(Journal &journal, const KnowledgeBase &knowledge, const Verification &verification,
                         ModelClient *model)
    : m_journal(journal)
    , m_knowledge(knowledge)
    , m_verification(verification)
    , m_engine(knowledge)
    , m_model(model) {
    connect(&m_journal, &Journal::handedOver, this, &HandoffHelp::begin);
    connect(&m_journal, &Journal::messagePosted, this, &HandoffHelp::noteMessage);
    connect(&m_journal, &Journal::ticketChanged, this, &HandoffHelp::noteTicket);
}

HandoffHelp::~HandoffHelp() {
    for (auto running = m_running.keyBegin(); running != m_running.keyEnd(); ++running) {
        (*running)->disconnect(this);
        (*running)->future().cancel();
    }
}

void HandoffHelp::begin(TicketId ticket) {
    if (!m_model || !m_model->limitation().isEmpty() || m_running.size() >= mostWaiting)
        return;
    if (const auto done = ask(ticket); !done)
        emit failed(done.error());
}

Result<void> HandoffHelp::ask(TicketId id) {
    const Stores &stores = m_journal.stores();
    const auto isWanted = readHandoffHelp(stores.settings);
    RELAYDESK_TRY(isWanted);
    const auto ticket = stores.tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    if (!*isWanted || !isForAModel(*ticket))
        return {};
    const auto conversation = stores.conversations.conversation(ticket->conversation);
    RELAYDESK_TRY(conversation);
    const auto messages = m_journal.episodeOf(*conversation);
    RELAYDESK_TRY(messages);
    Verdict verdict;
    if (ticket->verdict.isValid()) {
        const auto event = stores.events.event(ticket->verdict);
        RELAYDESK_TRY(event);
        verdict = verdictFromJson(event->data);
    }
    verdict.answer.reset(); // it was given already, and did not help
    verdict.handoff = ticket->reason;
    verdict.question = ticket->question;
    const auto known = knowledgeFor(verdict);
    RELAYDESK_TRY(known);
    Help help{id, ticket->conversation, false, helpMaterial(*messages, *known), verdict};
    const AskedFor &asked = help.material.asked;
    if (asked.question.isEmpty())
        return {};
    start(help, summaryPrompt(help.material.conversation, asked.rules));
    const bool hasWrittenDraft = verdict.written && !verdict.draft.isEmpty();
    if (asked.articles.isEmpty() || hasWrittenDraft)
        return {};
    help.isReply = true;
    start(help, suggestionPrompt(help.material.conversation, asked.articles, asked.rules));
    return {};
}

//! The closest articles, as far as they are close and live.
Result<AskedFor> HandoffHelp::knowledgeFor(const Verdict &verdict) const {
    AskedFor asked;
    const auto rules = readAssistantRules(m_journal.stores().settings);
    RELAYDESK_TRY(rules);
    asked.rules = *rules;
    for (const Source &source : verdict.sources) {
        const auto article = m_knowledge.known(source.article);
        if (!article || source.score < ReplyEngine::floorForModel || asked.articles.size() == articlesForModel)
            continue;
        asked.articles.append(withoutPoison(*article));
        asked.closeness.append(source.score);
    }
    return asked;
}

void HandoffHelp::start(const Help &help, const ModelRequest &wanted) {
    auto *watcher = new Watcher(this);
    m_running.insert(watcher, help);
    connect(watcher, &Watcher::finished, this, [this, watcher, help] { finish(watcher, help); });
    const auto grown = [self = QPointer(this), watcher, help](const QString &piece) {
        if (self && help.isReply && self->m_running.contains(watcher) && !piece.isEmpty())
            emit self->grew(help.conversation, piece);
    };
    ModelRequest request = wanted;
    request.conversation = help.conversation;
    watcher->setFuture(m_model->complete(request, grown));
}

void HandoffHelp::cancel(TicketId ticket) {
    const auto running = m_running; // a cancelled one may end, and leave, at once
    for (auto each = running.cbegin(); each != running.cend(); ++each) {
        if (each->ticket != ticket)
            continue;
        m_running.remove(each.key());
        each.key()->future().cancel();
    }
}

void HandoffHelp::finish(Watcher *watcher, const Help &help) {
    const QFuture<Result<ModelReply>> future = watcher->future();
    const bool isWanted = m_running.remove(watcher);
    watcher->deleteLater();
    const auto done = m_journal.atomically([&]() -> Result<void> {
        if (!isWanted)
            return drop(help, QStringLiteral("cancelled"));
        if (future.isCanceled() || future.resultCount() == 0)
            return drop(help, QStringLiteral("failed"));
        const Result<ModelReply> reply = future.result();
        return reply ? keep(help, *reply) : drop(help, QStringLiteral("failed"), reply.error().sentence);
    });
    if (!done)
        emit failed(done.error());
    if (help.isReply)
        emit grew(help.conversation, {});
}

//! What the ticket is by now decides: another process may have ended it.
Result<void> HandoffHelp::keep(const Help &help, const ModelReply &reply) {
    auto ticket = m_journal.stores().tickets.ticket(help.ticket);
    RELAYDESK_TRY(ticket);
    if (!ticket->isOpen())
        return drop(help, QStringLiteral("late"));
    return help.isReply ? keepReply(*ticket, help, reply) : keepSummary(*ticket, help, reply);
}

Result<void> HandoffHelp::keepSummary(Ticket &ticket, const Help &help, const ModelReply &reply) {
    const CheckedSummary checked = checkedSummary(reply.text, help.material);
    if (!checked.findings.isEmpty())
        return drop(help, QStringLiteral("checks"), checked.findings.join(u' '));
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Suggested,
                                 .conversation = ticket.conversation,
                                 .ticket = ticket.id,
                                 .data = {{QStringLiteral("summary"), checked.summary},
                                          {QStringLiteral("local"), ticket.summary},
                                          {QStringLiteral("model"), reply.model}}}));
    ticket.summary = checked.summary;
    return m_journal.save(ticket);
}

Result<void> HandoffHelp::keepReply(Ticket &ticket, const Help &help, const ModelReply &reply) {
    const CheckedAnswer checked = checkedAnswer(reply.text, help.material.asked);
    if (checked.refused || !checked.passed())
        return drop(help, checked.refused ? QStringLiteral("refused") : QStringLiteral("checks"),
                    checked.findings().join(u' '));
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    const Verdict suggestion =
        m_engine.written(help.verdict, checked, reply.model, m_verification.standard(*settings).written);
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Suggested,
                                 .conversation = ticket.conversation,
                                 .ticket = ticket.id,
                                 .data = toJson(suggestion)}));
    return m_journal.save(ticket); // whoever looks at it is told
}

Result<void> HandoffHelp::drop(const Help &help, const QString &reason, const QString &why) {
    RELAYDESK_TRY(m_journal.log(
        {.kind = EventKind::Dropped,
         .conversation = help.conversation,
         .ticket = help.ticket,
         .data = {{QStringLiteral("reason"), reason},
                  {QStringLiteral("what"), help.isReply ? QStringLiteral("suggestion") : QStringLiteral("summary")},
                  {QStringLiteral("why"), why}}}));
    return {};
}

//! An agent who writes has it in hand; what a customer adds has to be in it.
void HandoffHelp::noteMessage(const Message &message) {
    if (message.author != Author::Agent && message.author != Author::Customer)
        return;
    const auto running = std::find_if(m_running.cbegin(), m_running.cend(),
                                      [&](const Help &help) { return help.conversation == message.conversation; });
    if (running == m_running.cend())
        return;
    const TicketId ticket = running->ticket;
    cancel(ticket);
    if (message.author == Author::Customer)
        begin(ticket);
}

void HandoffHelp::noteTicket(TicketId id) {
    const bool isRunning =
        std::any_of(m_running.cbegin(), m_running.cend(), [&](const Help &help) { return help.ticket == id; });
    if (!isRunning)
        return;
    if (const auto ticket = m_journal.stores().tickets.ticket(id); ticket && !ticket->isOpen())
        cancel(id);
}

} // namespace relaydesk
