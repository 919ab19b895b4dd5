// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/bigdesk.h"
#include "app/storage/sqlitevalues.h"
#include "models/desk/eventdata.h"
#include "models/domain/feedback.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <cmath>
#include <random>

namespace relaydesk {

namespace {

constexpr int vocabulary = 30'000;
constexpr int conversationsPerTicket = 4;
constexpr int rowsPerTransaction = 200'000;

//! The same numbers from the same seed on any machine: the distributions of C++ promise none.
class Dice {
  public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    int below(int end) { return int(m_engine() % quint64(end)); }
    bool happens(int percent) { return below(100) < percent; }
    //! Zipf's law: the word of rank r comes up in proportion to 1/r (the inverse of its distribution, approximated).
    int rank() {
        const double share = double(m_engine() >> 11) / double(1ULL << 53);
        return std::min(vocabulary, 1 + int(std::exp(share * std::log(double(vocabulary)))) - 1);
    }

  private:
    std::mt19937_64 m_engine;
};

class BigDesk {
  public:
    BigDesk(SqliteStores &stores, const BigDeskPlan &plan)
        : m_database(stores.database())
        , m_plan(plan)
        , m_dice(plan.seed) {
        m_words.reserve(vocabulary);
        for (int rank = 1; rank <= vocabulary; ++rank)
            m_words.append(bigDeskWord(rank));
    }

    Result<void> make() {
        RELAYDESK_TRY(m_database.write(QStringLiteral("PRAGMA synchronous = OFF")));
        RELAYDESK_TRY(m_database.atomically([this] { return people(); }));
        RELAYDESK_TRY(m_database.atomically([this] { return articles(); }));
        const int conversations = m_plan.tickets * conversationsPerTicket;
        while (m_next < conversations)
            RELAYDESK_TRY(m_database.atomically([&] { return some(conversations); }));
        return m_database.write(QStringLiteral("PRAGMA synchronous = FULL"));
    }

  private:
    static QVariant noId() { return QVariant(QMetaType::fromType<qint64>()); }

    QString sentence(int words) {
        QString text;
        for (int i = 0; i < words; ++i)
            text += (i == 0 ? QString() : QStringLiteral(" ")) + m_words[m_dice.rank() - 1];
        return text + QLatin1Char('.');
    }

    Result<void> people() {
        const QStringList names{QStringLiteral("Dana Ortiz"), QStringLiteral("Lena Vogel"),
                                QStringLiteral("Sam Okoro"),  QStringLiteral("Mia Chen"),
                                QStringLiteral("Jonas Berg"), QStringLiteral("Zoë Laurent")};
        for (const QString &name : names)
            RELAYDESK_TRY(
                m_database.write(QStringLiteral("INSERT INTO agents (name, available) VALUES (?, 1)"), {name}));
        m_agents = int(names.size());
        return {};
    }

    Result<void> articles() {
        for (int i = 1; i <= m_plan.articles; ++i) {
            const QString title = sentence(6 + m_dice.below(6)), answer = sentence(30 + m_dice.below(60));
            const QVariant at = bound(m_plan.end.addSecs(-3600LL * (m_plan.articles - i)));
            RELAYDESK_TRY(m_database.write(
                QStringLiteral("INSERT INTO articles (title, answer, tags, status, origin, version, updated_at)"
                               " VALUES (?, ?, '[]', 'live', 'import', 1, ?)"),
                {title, answer, at}));
            RELAYDESK_TRY(m_database.write(
                QStringLiteral("INSERT INTO article_versions (article, version, title, answer, tags, phrasings, status,"
                               " origin, updated_at) VALUES (?, 1, ?, ?, '[]', '[]', 'live', 'import', ?)"),
                {i, title, answer, at}));
        }
        return m_database.write(QStringLiteral("UPDATE counters SET value = value + 1 WHERE name = 'articles'"));
    }

    Result<void> some(int conversations) {
        for (int rows = 0; m_next < conversations && rows < rowsPerTransaction;) {
            const auto made = conversation(m_next++, conversations);
            RELAYDESK_TRY(made);
            rows += *made;
        }
        return {};
    }

    //! The messages that are left are spread over the conversations that are left; the last one is the longest.
    int lengthOf(int number, int conversations) {
        if (number + 1 == conversations)
            return m_plan.messages - m_messages;
        const int left = m_plan.messages - m_plan.longest - m_messages;
        const int mean = std::max(1, left / std::max(1, conversations - 1 - number));
        return std::clamp(1 + m_dice.below(2 * mean), 1, std::max(1, left));
    }

    Result<int> conversation(int number, int conversations) {
        const bool hasTicket = number % conversationsPerTicket == conversationsPerTicket - 1;
        const bool isOpen = hasTicket && number / conversationsPerTicket >= m_plan.tickets - m_plan.openTickets;
        const int length = lengthOf(number, conversations);
        const QDateTime at = m_plan.end.addSecs(-600LL * (conversations - number));
        const qint64 id = number + 1, customer = id;
        const bool isClaimed = isOpen && m_dice.happens(30);
        const QVariant agent = isClaimed ? QVariant(1 + m_dice.below(m_agents)) : noId();
        const QString name = capital(m_dice.rank()) + QLatin1Char(' ') + capital(1 + m_dice.below(vocabulary));
        RELAYDESK_TRY(m_database.write(QStringLiteral("INSERT INTO customers (name, email, since) VALUES (?, ?, ?)"),
                                       {name, QStringLiteral("c%1@example.org").arg(id), bound(at)}));
        const QString owner = isClaimed ? QStringLiteral("agent")
                              : isOpen  ? QStringLiteral("queue")
                                        : QStringLiteral("nobody");
        const QDateTime last = at.addSecs(length);
        RELAYDESK_TRY(m_database.write(
            QStringLiteral("INSERT INTO conversations (session, customer, owner, agent, episode, job, answering, asked,"
                           " told_waiting, closing, started_at, last_at) VALUES (?, ?, ?, ?, 1, 0, 0, 0, 0, ?, ?, ?)"),
            {QStringLiteral("big-%1").arg(id), customer, owner, agent,
             isOpen ? QStringLiteral("open") : QStringLiteral("resolved"), bound(at), bound(last)}));
        const QVariant replier = !hasTicket ? noId() : isOpen ? agent : QVariant(1 + m_dice.below(m_agents));
        const auto category =
            Names<HandoffCategory>::all[size_t(m_dice.below(int(Names<HandoffCategory>::all.size())))];
        const QString question = sentence(4 + m_dice.below(16));
        for (int i = 0; i < length; ++i) {
            const QString text = i == 0 ? question : sentence(4 + m_dice.below(16));
            RELAYDESK_TRY(message(id, at.addSecs(i), i % 2 == 0, replier, text));
            if (i == 0)
                RELAYDESK_TRY(verdict(id, at, question, hasTicket ? std::optional(category.value) : std::nullopt));
        }
        if (hasTicket)
            RELAYDESK_TRY(ticket(id, at, isOpen, replier, question, category));
        return 2 * length;
    }

    Result<void> message(qint64 conversation, const QDateTime &at, bool isCustomers, const QVariant &agent,
                         const QString &text) {
        const QString author = isCustomers      ? QStringLiteral("customer")
                               : agent.isNull() ? QStringLiteral("assistant")
                                                : QStringLiteral("agent");
        const QVariant by = isCustomers ? noId() : agent;
        const Result<qint64> id =
            m_database.insert(QStringLiteral("INSERT INTO messages (conversation, episode, author, agent, text, at)"
                                             " VALUES (?, 1, ?, ?, ?, ?)"),
                              {conversation, author, by, text, bound(at)});
        RELAYDESK_TRY(id);
        ++m_messages;
        return event(QStringLiteral("message"), at, conversation, noId(), by,
                     {{QStringLiteral("author"), author}, {QStringLiteral("message"), *id}});
    }

    Result<void> event(const QString &kind, const QDateTime &at, qint64 conversation, const QVariant &ticket,
                       const QVariant &agent, const QJsonObject &data) {
        return m_database.write(
            QStringLiteral(
                "INSERT INTO events (at, kind, conversation, ticket, agent, data) VALUES (?, ?, ?, ?, ?, ?)"),
            {bound(at), kind, conversation, ticket, agent,
             QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact))});
    }

    //! As large as a real one; one answer in ten has a thumb.
    Result<void> verdict(qint64 conversation, const QDateTime &at, const QString &question,
                         const std::optional<HandoffCategory> &category) {
        Verdict verdict{.question = question, .article = {1 + m_dice.below(m_plan.articles)}, .bar = 0.6};
        verdict.confidence.score = (category ? 0 : 600) / 1000.0 + m_dice.below(400) / 1000.0;
        verdict.confidence.base = -5.7;
        for (const char *name : {"similarity", "specificity", "certainty", "history"})
            verdict.confidence.factors.append(
                {QString::fromLatin1(name), m_dice.below(1000) / 1000.0, m_dice.below(3000) / 1000.0});
        for (int feature = 0; feature < 13; ++feature)
            verdict.features.append(m_dice.below(1000) / 1000.0);
        for (int source = 0; source < 5; ++source)
            verdict.sources.append({{1 + m_dice.below(m_plan.articles)}, sentence(8), m_dice.below(1000) / 1000.0});
        (category ? verdict.draft : verdict.answer.emplace()) = sentence(40);
        if (category)
            verdict.handoff = HandoffReason{*category, QStringLiteral("Not sure.")};
        const Result<qint64> id = m_database.insert(
            QStringLiteral("INSERT INTO events (at, kind, conversation, article, data) VALUES (?, 'verdict', ?, ?, ?)"),
            {bound(at), conversation, verdict.article.value,
             QString::fromUtf8(QJsonDocument(toJson(verdict)).toJson(QJsonDocument::Compact))});
        RELAYDESK_TRY(id);
        if (category || !m_dice.happens(10))
            return {};
        const QString outcome = keyOf(m_dice.happens(90) ? Feedback::Yes : Feedback::No);
        return event(QStringLiteral("feedback"), at, conversation, noId(), noId(),
                     {{QStringLiteral("verdict"), *id}, {QStringLiteral("outcome"), outcome}});
    }

    Result<void> ticket(qint64 conversation, const QDateTime &at, bool isOpen, const QVariant &agent,
                        const QString &question, const Name<HandoffCategory> &category) {
        const auto priority = Names<Priority>::all[size_t(m_dice.happens(70) ? 1 : m_dice.below(4))];
        const QString status = !isOpen          ? QStringLiteral("resolved")
                               : agent.isNull() ? QStringLiteral("waiting")
                                                : QStringLiteral("claimed");
        const Result<qint64> id = m_database.insert(
            QStringLiteral(
                "INSERT INTO tickets (conversation, episode, status, category, sentence, confidence, question,"
                " summary, agent, opened_at, ended_at, priority, tags) VALUES (?, 1, ?, ?, 'Not sure.', ?, ?, ?,"
                " ?, ?, ?, ?, ?)"),
            {conversation, status, QLatin1String(category.key), m_dice.below(1000) / 1000.0, question, sentence(30),
             agent, bound(at), isOpen ? noId() : bound(at.addSecs(3600)), QLatin1String(priority.key), tags()});
        RELAYDESK_TRY(id);
        RELAYDESK_TRY(event(QStringLiteral("handoff"), at, conversation, *id, noId(),
                            {{QStringLiteral("category"), QLatin1String(category.key)},
                             {QStringLiteral("sentence"), QStringLiteral("Not sure.")}}));
        if (!agent.isNull())
            RELAYDESK_TRY(event(QStringLiteral("claimed"), at.addSecs(30), conversation, *id, agent, {}));
        if (m_dice.happens(20))
            RELAYDESK_TRY(event(QStringLiteral("noted"), at.addSecs(60), conversation, *id, 1,
                                {{QStringLiteral("text"), sentence(12)}}));
        if (!isOpen)
            RELAYDESK_TRY(event(QStringLiteral("resolved"), at.addSecs(3600), conversation, *id, agent, {}));
        return {};
    }

    QString tags() {
        const QStringList known{QStringLiteral("vip"), QStringLiteral("billing"), QStringLiteral("delivery"),
                                QStringLiteral("refund")};
        return m_dice.happens(25) ? QStringLiteral("[\"%1\"]").arg(known[m_dice.below(4)]) : QStringLiteral("[]");
    }

    QString capital(int rank) const {
        QString word = m_words[rank - 1];
        word[0] = word[0].toUpper();
        return word;
    }

    SqliteDatabase &m_database;
    BigDeskPlan m_plan;
    Dice m_dice;
    QStringList m_words;
    int m_agents = 0;
    int m_next = 0;
    int m_messages = 0;
};

QString takeText(SqliteRow &row) { return row.text(); }

} // namespace

QString bigDeskWord(int rank) {
    static const QStringList usual{
        QStringLiteral("the"),    QStringLiteral("my"),       QStringLiteral("is"),          QStringLiteral("order"),
        QStringLiteral("not"),    QStringLiteral("please"),   QStringLiteral("account"),     QStringLiteral("parcel"),
        QStringLiteral("refund"), QStringLiteral("invoice"),  QStringLiteral("password"),    QStringLiteral("charged"),
        QStringLiteral("twice"),  QStringLiteral("delivery"), QStringLiteral("subscription")};
    if (rank <= usual.size())
        return usual[rank - 1];
    static const QStringList syllables{QStringLiteral("ba"), QStringLiteral("ne"),  QStringLiteral("ro"),
                                       QStringLiteral("ti"), QStringLiteral("lu"),  QStringLiteral("ka"),
                                       QStringLiteral("mo"), QStringLiteral("se"),  QStringLiteral("vi"),
                                       QStringLiteral("du"), QStringLiteral("fal"), QStringLiteral("gen")};
    QString word;
    for (int rest = rank; rest > 0; rest /= int(syllables.size()))
        word += syllables[rest % syllables.size()];
    return word;
}

Result<void> makeBigDesk(SqliteStores &stores, const BigDeskPlan &plan) {
    RELAYDESK_TRY(BigDesk(stores, plan).make());
    RELAYDESK_TRY(stores.database().write(QStringLiteral("DROP TABLE search_progress")));
    auto index = stores.searchIndex();
    RELAYDESK_TRY(index.prepare());
    for (bool isMore = true; isMore;) {
        const auto more = index.buildMore(rowsPerTransaction);
        RELAYDESK_TRY(more);
        isMore = *more;
    }
    return {};
}

Result<QByteArray> bigDeskDigest(SqliteStores &stores) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *query :
         {"SELECT count(*) || ' ' || sum(length(name)) || ' ' || sum(since) FROM customers",
          "SELECT count(*) || ' ' || sum(length(owner)) || ' ' || sum(last_at) FROM conversations",
          "SELECT count(*) || ' ' || sum(length(text)) || ' ' || sum(at) || ' ' || max(text) FROM messages",
          "SELECT count(*) || ' ' || sum(length(question)) || ' ' || sum(opened_at) || ' ' || sum(length(tags)) || ' '"
          " || sum(length(priority)) || ' ' || sum(length(category)) FROM tickets",
          "SELECT count(*) || ' ' || sum(length(title) * id) || ' ' || max(answer) FROM articles",
          "SELECT count(*) || ' ' || sum(length(data)) FROM events"}) {
        const auto row = stores.database().first(QString::fromLatin1(query), {}, takeText);
        RELAYDESK_TRY(row);
        hash.addData(row->value_or(QString()).toUtf8());
    }
    return hash.result().toHex();
}

} // namespace relaydesk
