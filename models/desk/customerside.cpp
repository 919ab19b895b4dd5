// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/customerside.h"
#include "models/desk/customerintent.h"
#include "models/desk/desksettings.h"
#include "models/desk/eventdata.h"
#include "models/desk/frustration.h"
#include "models/desk/sensitivetopics.h"
#include "models/desk/session.h"
#include "models/desk/turn.h"
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>
#include <limits>

namespace relaydesk {

namespace {

//! What in the customer's own words asks for a person, whatever the knowledge says.
std::optional<HandoffReason> objectionTo(const QString &message, const QVector<Message> &episode,
                                         const AssistantRules &rules) {
    if (const auto topic = sensitiveTopicOf(message, rules.sensitiveTopics))
        return wording::sensitiveTopic(*topic);
    QStringList earlier;
    for (const Message &each : episode) {
        if (each.author == Author::Customer)
            earlier += each.text;
    }
    if (!earlier.isEmpty())
        earlier.removeLast(); // the message itself
    return isFrustrated(message, earlier) ? std::optional(wording::frustrated()) : std::nullopt;
}

} // namespace

CustomerSide::CustomerSide(Journal &journal, Relay &relay, const KnowledgeBase &knowledge, Lessons &lessons,
                           Verification &verification, ModelClient *model)
    : m_journal(journal)
    , m_relay(relay)
    , m_lessons(lessons)
    , m_verification(verification)
    , m_engine(knowledge)
    , m_jobs(m_engine, model) {
    connect(&m_jobs, &AnswerJobs::finished, this, &CustomerSide::arrive);
    connect(&m_jobs, &AnswerJobs::grew, this, &CustomerSide::draftGrew);
    connect(&m_jobs, &AnswerJobs::cancelled, this, [this](const AnswerJob &job) {
        if (const auto done = drop(job, QStringLiteral("cancelled")); !done)
            emit failed(done.error());
    });
}

Result<Conversation> CustomerSide::open(const Customer &customer) {
    Conversation conversation;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        Customer stored = customer;
        stored.since = stored.since.isValid() ? stored.since : m_journal.now();
        PeopleStore &people = m_journal.stores().people;
        const auto id = stored.id.isValid()
                            ? people.customer(stored.id).map([](const Customer &known) { return known.id; })
                            : people.save(stored);
        RELAYDESK_TRY(id);
        conversation.session = newSession();
        conversation.customer = *id;
        conversation.startedAt = conversation.lastAt = m_journal.now();
        return m_journal.save(conversation);
    });
    RELAYDESK_TRY(done);
    return conversation;
}

//! Runs `deed` on the conversation in a transaction; what the model was still asked for it is no longer wanted then.
Result<void> CustomerSide::act(ConversationId id, const std::function<Result<void>(Conversation &)> &deed) {
    return m_journal.atomically([&]() -> Result<void> {
        auto conversation = m_journal.stores().conversations.conversation(id);
        RELAYDESK_TRY(conversation);
        if (conversation->owner == Owner::Nobody)
            RELAYDESK_TRY(m_relay.wake(*conversation));
        m_journal.afterwards([this, id] { m_jobs.cancel(id); });
        return deed(*conversation);
    });
}

Result<MessageId> CustomerSide::receive(ConversationId id, const QString &text) {
    const QString message = cleanedMessage(text);
    if (message.isEmpty())
        return failure(ErrorKind::Invalid, tr("The message is empty. Nothing was sent."));
    if (message.size() > longestMessage)
        return failure(ErrorKind::Invalid, tr("The message has %1 characters; up to %2 can be sent at once. Nothing "
                                              "was sent. Shorten it or send it in parts.")
                                               .arg(message.size())
                                               .arg(longestMessage));
    MessageId posted;
    const auto done = act(id, [&](Conversation &conversation) -> Result<void> {
        const auto said = m_journal.say(conversation, Author::Customer, message);
        RELAYDESK_TRY(said);
        posted = *said;
        if (conversation.owner == Owner::Assistant)
            return startTurn(conversation, message);
        RELAYDESK_TRY(m_relay.customerWrote(conversation));
        return conversation.owner == Owner::Queue ? wait(conversation) : m_journal.save(conversation);
    });
    RELAYDESK_TRY(done);
    return posted;
}

//! The assistant's, unless the customer still reads answers to something that was split from this conversation.
Result<void> CustomerSide::startTurn(Conversation &conversation, const QString &message) {
    const auto splits = m_relay.group().openSplitsOf(conversation.id);
    RELAYDESK_TRY(splits);
    return splits->isEmpty() ? takeTurn(conversation, message) : m_relay.passTo(splits->first(), conversation);
}

Result<void> CustomerSide::takeTurn(Conversation &conversation, const QString &message) {
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    const Intent intent = intentOf(message, conversation.asked);
    const QVector<Choice> offered = openChoices(*episode);
    if (!offered.isEmpty() && intent != Intent::PersonWanted)
        return takeChoice(conversation, offered, pickOf(message, offered));
    switch (intent) {
    case Intent::PersonWanted:
        RELAYDESK_TRY(takeFeedback(conversation, Feedback::Person));
        return refuseTurn(conversation, wording::customerAsked());
    case Intent::Yes:
        return confirm(conversation);
    case Intent::No:
        return deny(conversation);
    case Intent::Greeting:
    case Intent::Thanks:
        if (conversation.answering)
            break; // part of a burst: the question before it is still owed an answer
        RELAYDESK_TRY(m_journal.say(conversation, Author::Assistant,
                                    intent == Intent::Greeting ? wording::greeting() : wording::welcome()));
        return m_journal.save(conversation);
    case Intent::Question:
        break;
    }
    const QString question = openTurn(*episode);
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    if (turnsOfAssistant(*episode) >= settings->mostTurns)
        return refuseTurn(conversation, wording::turnLimit(settings->mostTurns));
    const auto rules = readAssistantRules(m_journal.stores().settings);
    RELAYDESK_TRY(rules);
    if (const auto objection = objectionTo(message, *episode, *rules))
        return refuseTurn(conversation, *objection);
    if (conversation.answer.isValid() && isRepetition(question, answeredQuestions(*episode))) {
        const auto given = answerTo(question, conversation, episode->first().at);
        RELAYDESK_TRY(given);
        conversation.answer = *given;
        RELAYDESK_TRY(takeFeedback(conversation, Feedback::Repeated));
        return refuseTurn(conversation, wording::repeated());
    }
    if (conversation.asked && isRestOfBurst(*episode)) {
        const auto answered = isAnswered(conversation, message);
        RELAYDESK_TRY(answered);
        if (*answered) {
            RELAYDESK_TRY(m_journal.say(conversation, Author::System, wording::answeredAbove()));
            return m_journal.save(conversation);
        }
    }
    return answer(conversation, question, m_mayAskBack);
}

//! The first part of a burst was answered at once, as known questions are: does that answer stand for `rest` as well?
//! Not for a question of its own, and not for what is about anything else.
Result<bool> CustomerSide::isAnswered(const Conversation &conversation, const QString &rest) const {
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    const auto event = m_journal.stores().events.event(conversation.answer);
    RELAYDESK_TRY(event);
    const QVector<Source> sources = m_engine.consult(rest, m_verification.standard(*settings)).verdict.sources;
    return !rest.contains(u'?') && !sources.isEmpty() && sources.first().score >= ReplyEngine::floorForModel &&
           sources.first().article == verdictFromJson(event->data).article;
}

//! The verdict that answered `question` before, however often something else was answered since.
Result<EventId> CustomerSide::answerTo(const QString &question, const Conversation &conversation,
                                       const QDateTime &from) const {
    const auto verdicts = m_journal.stores().events.events(
        {.kinds = {EventKind::Verdict}, .conversation = conversation.id, .from = from, .to = {}});
    RELAYDESK_TRY(verdicts);
    for (auto event = verdicts->crbegin(); event != verdicts->crend(); ++event) {
        const Verdict verdict = verdictFromJson(event->data);
        if (verdict.answer && isRepetition(question, {verdict.question}))
            return event->id;
    }
    return conversation.answer;
}

//! The turn goes to a person without a look at the knowledge deciding it; the closest articles still help the agent.
Result<void> CustomerSide::refuseTurn(Conversation &conversation, const HandoffReason &reason) {
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    Verdict verdict = m_engine.consult(lastQuestion(*episode), m_verification.standard(*settings)).verdict;
    if (verdict.answer)
        verdict.draft = *std::exchange(verdict.answer, std::nullopt);
    verdict.handoff = reason;
    // A button pressed after an answer is no query of its own.
    return openTurn(*episode).isEmpty() ? m_relay.handOver(conversation, verdict, {}) : apply(conversation, verdict);
}

Result<void> CustomerSide::answer(Conversation &conversation, const QString &question, bool mayAskBack) {
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    const auto rules = readAssistantRules(m_journal.stores().settings);
    RELAYDESK_TRY(rules);
    Consultation consultation = m_engine.consult(question, m_verification.standard(*settings), *rules);
    if (consultation.request)
        consultation.request->conversation = conversation.id;
    ++conversation.job;
    conversation.asked = false;
    if (!consultation.verdict.isHandoff() || !consultation.request || !m_jobs.canAsk())
        return apply(conversation, mayAskBack && settings->asksBack
                                       ? ReplyEngine::askingBack(consultation, consultation.verdict)
                                       : consultation.verdict);
    conversation.answering = true;
    m_journal.afterwards([this, job = AnswerJob{conversation.id, conversation.episode, conversation.job,
                                                consultation}] { m_jobs.start(job); });
    return m_journal.save(conversation);
}

Result<void> CustomerSide::apply(Conversation &conversation, const Verdict &verdict) {
    const auto logged = m_journal.log({.kind = EventKind::Verdict,
                                       .conversation = conversation.id,
                                       .article = verdict.article,
                                       .data = toJson(verdict)});
    RELAYDESK_TRY(logged);
    conversation.answering = false;
    if (verdict.isHandoff())
        return m_relay.handOver(conversation, verdict, *logged);
    if (verdict.asksBack()) {
        RELAYDESK_TRY(m_journal.ask(conversation, wording::didYouMean(verdict.choices), verdict.choices));
        return m_journal.save(conversation);
    }
    const auto settings = readSettings(m_journal.stores().settings);
    RELAYDESK_TRY(settings);
    RELAYDESK_TRY(m_verification.draw(conversation, *logged, settings->auditShare));
    RELAYDESK_TRY(m_journal.say(conversation, Author::Assistant, *verdict.answer));
    conversation.asked = true;
    conversation.answer = *logged;
    return m_journal.save(conversation);
}

void CustomerSide::arrive(const AnswerJob &job, const Verdict &verdict) {
    const auto done = m_journal.atomically([&]() -> Result<void> {
        auto conversation = m_journal.stores().conversations.conversation(job.conversation);
        RELAYDESK_TRY(conversation);
        const bool isStillAsked = conversation->owner == Owner::Assistant && conversation->episode == job.episode &&
                                  conversation->job == job.number;
        return isStillAsked ? apply(*conversation, verdict) : drop(job, QStringLiteral("late"));
    });
    if (!done)
        emit failed(done.error());
}

Result<void> CustomerSide::drop(const AnswerJob &job, const QString &reason) {
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Dropped,
                                 .conversation = job.conversation,
                                 .data = {{QStringLiteral("reason"), reason}, {QStringLiteral("job"), job.number}}}));
    return {};
}

Result<void> CustomerSide::wait(Conversation &conversation) {
    if (!conversation.toldWaiting) {
        const auto available = m_relay.someoneAvailable();
        RELAYDESK_TRY(available);
        RELAYDESK_TRY(m_journal.say(conversation, Author::System, wording::stillWaiting(*available)));
        conversation.toldWaiting = true;
    }
    return m_journal.save(conversation);
}

Result<void> CustomerSide::askForPerson(ConversationId id) {
    return act(id, [&](Conversation &conversation) -> Result<void> {
        if (conversation.owner == Owner::Assistant) {
            RELAYDESK_TRY(takeFeedback(conversation, Feedback::Person));
            return refuseTurn(conversation, wording::customerAsked());
        }
        QString name;
        if (conversation.owner == Owner::Agent) {
            const auto agent = m_journal.stores().people.agent(conversation.agent);
            RELAYDESK_TRY(agent);
            name = agent->name;
        }
        RELAYDESK_TRY(m_journal.say(conversation, Author::System, wording::alreadyWithPerson(name)));
        return m_journal.save(conversation);
    });
}

Result<int> CustomerSide::closeSilent(const QDateTime &before) {
    const auto open =
        m_journal.stores().conversations.conversations({Owner::Assistant, false, {}, std::numeric_limits<int>::max()});
    RELAYDESK_TRY(open);
    int closed = 0;
    const auto done = m_journal.atomically([&]() -> Result<void> {
        for (const Conversation &found : *open) {
            if (found.lastAt >= before)
                continue;
            RELAYDESK_TRY(act(found.id, [&](Conversation &conversation) {
                return m_relay.close(conversation, Closing::Unconfirmed, false);
            }));
            ++closed;
        }
        return {};
    });
    RELAYDESK_TRY(done);
    return closed;
}

Result<int> CustomerSide::resumeInterrupted() {
    const auto left =
        m_journal.stores().conversations.conversations({Owner::Assistant, true, {}, std::numeric_limits<int>::max()});
    RELAYDESK_TRY(left);
    int resumed = 0;
    for (const Conversation &found : *left) {
        if (m_jobs.isRunning(found.id))
            continue;
        RELAYDESK_TRY(act(found.id, [&](Conversation &conversation) -> Result<void> {
            const auto episode = m_journal.episodeOf(conversation);
            RELAYDESK_TRY(episode);
            return answer(conversation, openTurn(*episode), false);
        }));
        ++resumed;
    }
    return resumed;
}

} // namespace relaydesk
