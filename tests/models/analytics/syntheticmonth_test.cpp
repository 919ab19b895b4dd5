// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A month of a desk, made up by a seeded generator that knows the truth, is counted exactly.
#include "models/analytics/figures.h"
#include "tests/models/analytics/eventlog.h"
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>
#include <algorithm>
#include <array>
#include <numeric>

namespace relaydesk {

namespace {

//! What the month is known to hold: the conversation of every single count, by figure.
using Truth = std::array<QVector<qint64>, 6>;

//! Plays stories one after the other; the truth is written down as each is chosen, not computed from its events.
class MonthWriter {
  public:
    explicit MonthWriter(quint32 seed) : m_random(seed) {}

    void writeStory() {
        ++m_conversation;
        m_log = EventLog();
        m_log.setFirstId(m_nextId);
        for (int episodes = 1 + m_random.bounded(3); episodes > 0; --episodes) {
            m_log.message(m_conversation, "customer");
            if (m_random.bounded(3) == 0)
                askPerson();
            else
                askAssistant();
        }
        m_nextId += m_log.events().size();
        m_stories += m_log.events();
    }

    //! The stories all at once: each in its own order, any of them next.
    QVector<Event> interleaved() {
        QVector<Event> events;
        QVector<qsizetype> at(m_stories.size(), 0);
        QVector<qsizetype> open(m_stories.size());
        std::iota(open.begin(), open.end(), 0);
        while (!open.isEmpty()) {
            const auto pick = m_random.bounded(int(open.size()));
            const auto story = open[pick];
            events += m_stories[story][at[story]++];
            if (at[story] == m_stories[story].size())
                open.removeAt(pick);
        }
        return events;
    }

    const Truth &truth() const { return m_truth; }

  private:
    void count(Figure figure) { m_truth[size_t(figure)] += m_conversation; }

    void askAssistant() {
        static const QStringList good{QStringLiteral("yes"), QStringLiteral("rated_well"),
                                      QStringLiteral("audit_good")};
        static const QStringList bad{QStringLiteral("no"), QStringLiteral("person"), QStringLiteral("repeated"),
                                     QStringLiteral("audit_bad")};
        const auto verdict = m_log.answered(m_conversation);
        m_log.message(m_conversation, "assistant");
        count(Figure::TotalQueries);
        const int ending = m_random.bounded(3);
        if (ending == 0) {
            count(Figure::AiResolved);
            return;
        }
        for (int before = m_random.bounded(3); before > 0; --before)
            m_log.feedback(m_conversation, verdict, (good + bad)[m_random.bounded(7)]);
        m_log.feedback(m_conversation, verdict, ending == 1 ? good[m_random.bounded(3)] : bad[m_random.bounded(4)]);
        if (ending == 1) {
            count(Figure::AiResolved);
            count(Figure::AiConfirmed);
        }
    }

    void askPerson() {
        const qint64 ticket = ++m_ticket;
        m_log.handedOver(m_conversation);
        m_log.ticket(EventKind::Handoff, m_conversation, ticket);
        count(Figure::TotalQueries);
        const int ending = m_random.bounded(4);
        if (ending == 0)
            return; // still waiting
        for (int before = m_random.bounded(3); before > 0; --before) {
            m_log.ticket(EventKind::Resolved, m_conversation, ticket);
            m_log.ticket(EventKind::Reopened, m_conversation, ticket);
        }
        m_log.message(m_conversation, "agent");
        m_log.ticket(ending == 1 ? EventKind::Returned : EventKind::Resolved, m_conversation, ticket);
        if (ending == 1)
            return;
        count(Figure::HumanResolved);
        if (ending == 2)
            teach(ticket);
    }

    void teach(qint64 ticket) {
        m_log.lesson(EventKind::Learned, ticket);
        count(Figure::LearningEvents);
        if (m_random.bounded(4) == 0) {
            m_log.lesson(EventKind::RolledBack, ticket);
            count(Figure::RollBacks);
        }
    }

    QRandomGenerator m_random;
    EventLog m_log;
    QVector<QVector<Event>> m_stories;
    Truth m_truth;
    qint64 m_conversation = 0;
    qint64 m_ticket = 0;
    qint64 m_nextId = 1;
};

} // namespace

class SyntheticMonthTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCountAKnownMonthExactly_data() {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("stories");
        QTest::newRow("a quiet month") << 1U << 40;
        QTest::newRow("a month") << 2U << 1'000;
        QTest::newRow("a busy month") << 3U << 5'000;
    }
    void shouldCountAKnownMonthExactly() {
        QFETCH(quint32, seed);
        QFETCH(int, stories);
        // GIVEN a month whose truth is known, with many conversations at once
        MonthWriter month(seed);
        for (int story = 0; story < stories; ++story)
            month.writeStory();
        const auto events = month.interleaved();
        const Truth &truth = month.truth();
        // THEN every figure is exact
        const Figures figures = countFigures(events);
        const std::array<int, 6> numbers{figures.totalQueries,  figures.aiResolved,     figures.aiConfirmed,
                                         figures.humanResolved, figures.learningEvents, figures.rollBacks};
        for (size_t figure = 0; figure < numbers.size(); ++figure) {
            QVERIFY(numbers[figure] > 0);
            QCOMPARE(numbers[figure], int(truth[figure].size()));
            // AND leads to exactly its conversations, each once
            QCOMPARE(listed(static_cast<Figure>(figure), events), distinct(truth[figure]));
        }
    }

  private:
    static QVector<qint64> listed(Figure figure, const QVector<Event> &events) {
        QVector<qint64> ids;
        for (const ConversationId id : conversationsBehind(figure, events))
            ids += id.value;
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    static QVector<qint64> distinct(QVector<qint64> ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::SyntheticMonthTest)
#include "syntheticmonth_test.moc"
