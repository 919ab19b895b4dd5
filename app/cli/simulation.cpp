// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/simulation.h"
#include "app/cli/turnwaiter.h"
#include <QtCore/QCryptographicHash>

namespace relaydesk {

namespace {

//! The article that a verdict's answer came from.
ArticleId answeredFrom(const std::optional<std::pair<EventId, Verdict>> &verdict) {
    return verdict && verdict->second.answer ? verdict->second.article : ArticleId();
}

double part(std::mt19937 &random) { return double(random() % 1000000) / 1000000; }

} // namespace

SimulatedStretch &SimulatedStretch::operator+=(const SimulatedStretch &other) {
    questions += other.questions;
    answered += other.answered;
    right += other.right;
    picked += other.picked;
    outside += other.outside;
    outsideAnswered += other.outsideAnswered;
    return *this;
}

QString simulatedAnswer(const QString &category) {
    constexpr std::array<const char *, 16> syllables = {"ba", "du", "fe", "gi", "ko", "lu", "ma", "ne",
                                                        "po", "ri", "sa", "te", "vi", "wo", "ju", "za"};
    const QByteArray digest = QCryptographicHash::hash(category.toUtf8(), QCryptographicHash::Sha256);
    QStringList words;
    for (int i = 0; i < 24; i += 2) {
        QString word;
        for (const int byte : {i, i + 1}) {
            const auto value = static_cast<uchar>(digest[byte]);
            word += QLatin1String(syllables.at(value >> 4)) + QLatin1String(syllables.at(value & 15));
        }
        words << word;
    }
    // Two words a sentence say nothing that could be compared; two things in quotes are as concrete as answers are.
    QString answer = QStringLiteral("\"%1 %2\". \"%3 %4\".").arg(words[0], words[1], words[2], words[3]);
    for (int i = 4; i < 12; i += 2)
        answer += QStringLiteral(" %1 %2.").arg(words[i], words[i + 1]);
    return answer;
}

Simulation::Simulation(Desk &desk, const Stores &stores, const SimulationSettings &settings)
    : m_desk(desk)
    , m_stores(stores)
    , m_settings(settings)
    , m_random(settings.seed) {}

Result<void> Simulation::begin(const QVector<LabelledText> &texts) {
    const auto agent = m_desk.agentNamed(QStringLiteral("Robin"));
    RELAYDESK_TRY(agent);
    m_agent = agent->id;
    for (const LabelledText &one : texts) {
        if (one.category.isEmpty() || m_articles.contains(one.category))
            continue;
        const auto saved = m_desk.saveArticles({Article{.title = one.text, .answer = simulatedAnswer(one.category)}});
        RELAYDESK_TRY(saved);
        m_articles.insert(one.category, saved->first().id);
        m_categories.insert(saved->first().id, one.category);
    }
    return {};
}

int Simulation::phrasings() const {
    int count = 0;
    for (const Article &article : m_desk.knowledge().live())
        count += 1 + static_cast<int>(article.phrasings.size());
    return count;
}

Result<SimulatedStretch> Simulation::play(const LabelledText &question) {
    SimulatedStretch stretch;
    stretch.questions = 1;
    stretch.outside = question.category.isEmpty() ? 1 : 0;
    const auto conversation = m_desk.open({.name = QStringLiteral("Kim")});
    RELAYDESK_TRY(conversation);
    RELAYDESK_TRY(sayAndWait(m_desk, conversation->id, question.text));
    const auto verdict = lastVerdict(m_stores.events, conversation->id);
    RELAYDESK_TRY(verdict);
    if (const ArticleId given = answeredFrom(*verdict); given.isValid()) {
        const bool right = !question.category.isEmpty() && m_categories.value(given) == question.category;
        stretch.answered = 1;
        stretch.right = right ? 1 : 0;
        stretch.outsideAnswered = stretch.outside;
        if (right || part(m_random) >= m_settings.reportRate)
            return stretch;
        RELAYDESK_TRY(m_desk.solved(conversation->id, false));
    }
    RELAYDESK_TRY(workQueue(conversation->id, question.category));
    return stretch;
}

//! Answers what waits of this conversation. What nothing answers gets a word of regret, from which nothing is learned.
Result<void> Simulation::workQueue(ConversationId conversation, const QString &category) {
    const auto tickets = m_stores.tickets.tickets({.status = {}, .conversation = conversation, .openOnly = true});
    RELAYDESK_TRY(tickets);
    if (tickets->isEmpty())
        return {};
    const TicketId ticket = tickets->first().id;
    RELAYDESK_TRY(m_desk.claim(ticket, m_agent));
    RELAYDESK_TRY(m_desk.reply(conversation, m_agent,
                               category.isEmpty() ? QStringLiteral("I am sorry, that is not something we do.")
                                                  : simulatedAnswer(category)));
    const auto teaching = teachingFor(ticket, category);
    RELAYDESK_TRY(teaching);
    const auto learned = m_desk.resolve(ticket, m_agent, *teaching);
    RELAYDESK_TRY(learned);
    if (*learned && (*learned)->status == ProposalStatus::Published && !m_articles.contains(category)) {
        m_articles.insert(category, (*learned)->article);
        m_categories.insert((*learned)->article, category);
    }
    return {};
}

//! The agent files the lesson where it belongs: under the article of the category where there is one, else as a new
//! one.
Result<Teaching> Simulation::teachingFor(TicketId ticket, const QString &category) const {
    if (category.isEmpty())
        return Teaching{.learn = false, .edited = {}};
    const auto lesson = m_desk.lessonOf(ticket);
    RELAYDESK_TRY(lesson);
    const ArticleId holder = m_articles.value(category);
    if (!*lesson || (*lesson)->article == holder)
        return Teaching{};
    Proposal filed = **lesson;
    filed.article = holder;
    filed.kind = holder.isValid() ? LessonKind::FurtherPhrasing : LessonKind::NewArticle;
    return Teaching{.learn = true, .edited = filed};
}

} // namespace relaydesk
