// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the window's reader needs for what an agent does, with 1,000,000 messages, 50,000 tickets and 10,000 articles:
//! a ticket, the longest conversation, a view, a search. The figures of the window itself are in window_benchmark.
//! RELAYDESK_BIGDESK names a database made by makebigdesk that is used instead of a new one.
#include "models/items/deskreading.h"
#include "models/items/viewreading.h"
#include "tests/benchmarks/residentmemory.h"
#include "tests/tools/bigdesk.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <algorithm>
#include <cstdio>

using namespace relaydesk;

namespace {

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

double quantile(QVector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[std::min(values.size() - 1, qsizetype(share * double(values.size())))];
}

template <typename Call>
QVector<double> timed(int times, Call call) {
    QVector<double> taken;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        call(i);
        taken.append(milliseconds(timer));
    }
    return taken;
}

void say(const QString &what, const QVector<double> &taken, double asked, double other) {
    const double median = quantile(taken, 0.5), worst = quantile(taken, 1);
    std::printf("%s: median %.1f ms, worst %.1f ms (asked for: <= %.0f ms)%s\n  ratio of the median to reading one "
                "setting: %.0f\n",
                qPrintable(what), median, worst, asked, worst <= asked ? "" : "  <-- misses", median / other);
    std::fflush(stdout);
}

class Workplace {
  public:
    explicit Workplace(SqliteStores &stores) : m_open(stores), m_stores(stores.stores()) {
        const QVector<double> settings = timed(200, [&](int) {
            static_cast<void>(m_stores.settings.value(QStringLiteral("a setting that is not there")));
        });
        m_one = std::max(0.001, quantile(settings, 0.5));
    }

    void measureTickets() {
        const auto all = m_open.search().tickets({.sort = TicketSort::Newest}, m_viewer);
        const auto pick = [&](int i) { return all->ids[(i * 7919 + 1) % all->ids.size()]; };
        say(QStringLiteral("read any of %1 tickets").arg(all->ids.size()),
            timed(300, [&](int i) { static_cast<void>(readTicket(m_stores, pick(i))); }), 50, m_one);
        say(QStringLiteral("read the ticket with the longest conversation"),
            timed(20, [&](int) { static_cast<void>(readTicket(m_stores, all->ids.first())); }), 150, m_one);
        say(QStringLiteral("read 60 rows of the list"),
            timed(50, [&](int i) { static_cast<void>(readRows(m_stores, all->ids.mid(i * 60, 60), m_viewer)); }), 50,
            m_one);
    }

    void measureViews() {
        for (const TicketView &view : standingViews())
            measureView(view.name, view.text);
        measureView(QStringLiteral("everything"), QString());
        measureView(QStringLiteral("a customer"), QStringLiteral("from:%1 ").arg(bigDeskWord(300)));
        measureView(QStringLiteral("several filters"),
                    QStringLiteral("is:resolved tag:vip priority:high conf:<0.5 before:2026-01-01"));
        for (const int rank : {1, 9, 100, 5000})
            measureView(QStringLiteral("the word of rank %1").arg(rank), bigDeskWord(rank) + QLatin1Char(' '));
        measureView(QStringLiteral("a word in open tickets"), QStringLiteral("is:open refund "));
        say(QStringLiteral("counts of all standing views"),
            timed(10, [&](int) { static_cast<void>(readViewCounts(m_open.search(), standingViews(), m_viewer)); }), 50,
            m_one);
    }

    void measureSearch() {
        for (const int rank : {1, 9, 100, 5000})
            measureHits(QStringLiteral("the word of rank %1").arg(rank), {.words = {bigDeskWord(rank)}});
        measureHits(QStringLiteral("two words"), {.words = {bigDeskWord(9), bigDeskWord(50)}});
        measureHits(QStringLiteral("a phrase"), {.phrases = {QStringLiteral("charged twice")}});
        measureHits(QStringLiteral("a word still typed"), {.words = {QStringLiteral("ref")}, .isUnfinished = true});
        measureHits(QStringLiteral("two letters still typed"), {.words = {QStringLiteral("ba")}, .isUnfinished = true});
        measureHits(QStringLiteral("a mistyped word"), {.words = {QStringLiteral("refnud")}});
        say(QStringLiteral("completions of a customer"),
            timed(10,
                  [&](int) {
                      static_cast<void>(m_open.search().completions(SearchField::Customer, QStringLiteral("ba"), 20));
                  }),
            50, m_one);
    }

  private:
    void measureView(const QString &name, const QString &text) {
        int found = 0;
        const auto taken = timed(10, [&](int) {
            const auto view = readView(m_stores, m_open.search(), text, m_viewer);
            if (!view)
                std::fprintf(stderr, "%s\n", qPrintable(view.error().sentence));
            found = view ? int(view->matches.ids.size()) : -1;
        });
        say(QStringLiteral("filter by %1 (%2 tickets)").arg(name).arg(found), taken, 50, m_one);
    }

    void measureHits(const QString &name, const SearchWords &text) {
        int found = 0;
        const auto taken = timed(10, [&](int) {
            const auto hits = readHits(m_open.search(), {.text = text});
            if (!hits)
                std::fprintf(stderr, "%s\n", qPrintable(hits.error().sentence));
            found = hits ? int(hits->page.hits.size()) : -1;
        });
        say(QStringLiteral("first hits of %1 (%2 shown)").arg(name).arg(found), taken, 50, m_one);
    }

    SqliteStores &m_open;
    Stores m_stores;
    Viewer m_viewer{AgentId{1}, BigDeskPlan().end};
    double m_one = 1; //!< ms to read one setting
};

} // namespace

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString given = qEnvironmentVariable("RELAYDESK_BIGDESK");
    const QString database = given.isEmpty() ? folder.filePath(QStringLiteral("big.db")) : given;
    QElapsedTimer timer;
    timer.start();
    if (!QFile::exists(database)) {
        auto stores = SqliteStores::open(database, OpenMode::ReadWrite);
        const auto made = stores ? makeBigDesk(**stores, {}) : tl::unexpected<Failure>(stores.error());
        if (!made) {
            std::fprintf(stderr, "%s\n", qPrintable(made.error().sentence));
            return 1;
        }
        std::printf("made in %.0f s, %.0f MB\n", milliseconds(timer) / 1000, double(QFile(database).size()) / 1e6);
    }
    const int before = residentMegabytes();
    timer.restart();
    auto stores = SqliteStores::open(database, OpenMode::ReadOnly);
    if (!stores) {
        std::fprintf(stderr, "%s\n", qPrintable(stores.error().sentence));
        return 1;
    }
    const auto queue = readQueue((*stores)->stores(), AgentId{1});
    std::printf("open for reading, with the queue of %lld: %.1f ms\n", queue ? qlonglong(queue->size()) : -1LL,
                milliseconds(timer));
    Workplace workplace(**stores);
    workplace.measureTickets();
    workplace.measureViews();
    workplace.measureSearch();
    std::printf("resident memory of the reader: %d MB, %d MB before it (asked for, of the whole window: <= 400 MB)\n",
                residentMegabytes(), before);
    return 0;
}
