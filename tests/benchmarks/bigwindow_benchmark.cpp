// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent waits for in the window with 1,000,000 messages, 50,000 tickets and 10,000 articles that no encoder
//! has seen yet: the start, any ticket, the conversation of 20,000 messages, search, views, keys, frames; and memory.
//! Needs no display. RELAYDESK_BIGDESK names a database made by makebigdesk that is copied instead of making one.
#include "models/items/deskreading.h"
#include "tests/benchmarks/windowmeasures.h"
#include "tests/tools/bigdesk.h"
#include "ui/analytics/analyticspage.h"
#include "ui/tickets/ticketspage.h"
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtTest/QTest>
#include <cstdio>

using namespace relaydesk;

namespace {

constexpr double usableMs = 1500, ticketMs = 50, longestMs = 150, searchMs = 50, keyMs = 8, frameMs = 8;
constexpr int mostMegabytes = 400;
constexpr qint64 encodingMs = 60 * 60'000;

Result<void> makeDatabase(const QString &file) {
    if (const QString given = qEnvironmentVariable("RELAYDESK_BIGDESK"); !given.isEmpty())
        return QFile::copy(given, file) ? Result<void>()
                                        : failure(ErrorKind::Storage, QStringLiteral("%1 cannot be copied").arg(given));
    auto stores = SqliteStores::open(file, OpenMode::ReadWrite);
    RELAYDESK_TRY(stores);
    return makeBigDesk(**stores, {});
}

void sayStart(const char *when, double took) {
    std::printf("start %s: %.0f ms (asked for: <= %.0f ms)%s; resident: %d MB\n", when, took, usableMs,
                took <= usableMs ? "" : "  <-- misses", residentMegabytes());
    std::fflush(stdout);
}

//! From a deed until `table` is painted with other rows than before.
template <typename Deed>
double untilChanged(QAbstractItemView &table, Deed deed) {
    bool isChanged = false;
    const QObject context;
    const auto note = [&isChanged] { isChanged = true; };
    const QAbstractItemModel *model = table.model();
    QObject::connect(model, &QAbstractItemModel::modelReset, &context, note);
    QObject::connect(model, &QAbstractItemModel::rowsInserted, &context, note);
    QObject::connect(model, &QAbstractItemModel::rowsRemoved, &context, note);
    PaintWatch watch(*table.viewport());
    QElapsedTimer timer;
    timer.start();
    deed();
    const bool isThere = waitFor([&] {
        watch.painted = watch.painted && isChanged;
        return watch.painted || (isChanged && !table.isVisible()); // a sentence stands in its place
    });
    if (!isThere)
        std::printf("nothing changed within a minute:\n");
    return milliseconds(timer);
}

class BigWindow {
  public:
    BigWindow(WindowSession &session, const LaunchOptions &options)
        : m_session(session)
        , m_window(session.window())
        , m_options(options) {}

    void measure() {
        measureQueue(m_window, m_options, 1, 60);
        measureLongest();
        measureScrolling(m_window, BigDeskPlan().longest, frameMs);
        measureTyping(m_session, 100, keyMs);
        measureTickets();
    }

    //! How long each other page takes to fill, and the memory after it.
    void measurePages() {
        const auto filled = [&](const char *page, const char *what, const std::function<bool()> &condition) {
            QElapsedTimer timer;
            timer.start();
            m_window.showPage(QLatin1String(page));
            waitFor(condition);
            std::printf("%s: %.0f ms; resident: %d MB\n", what, milliseconds(timer), residentMegabytes());
            std::fflush(stdout);
        };
        const QAbstractItemModel *articles = view(m_window, "articleList")->model();
        filled("knowledge", "the knowledge, all articles listed", [&] { return articles->rowCount() > 0; });
        auto *analytics = m_window.findChild<AnalyticsPage *>();
        int reports = 0;
        const QObject context;
        QObject::connect(analytics, &AnalyticsPage::reported, &context, [&] { ++reports; });
        filled("analytics", "the analytics of 30 days", [&] { return reports == 1; });
        analytics->showDays(BigDeskPlan().end.date().addYears(-4), BigDeskPlan().end.date());
        filled("analytics", "the analytics of all days", [&] { return reports == 2; });
        filled("settings", "the settings", [] { return true; });
        QTest::qWait(1000);
    }

  private:
    void measureLongest() {
        const auto stores = SqliteStores::open(m_options.database, OpenMode::ReadOnly);
        const auto newest = (*stores)->search().tickets({.sort = TicketSort::Newest}, {AgentId{1}, BigDeskPlan().end});
        const TicketId longest = newest->ids.first();
        QAbstractItemView &transcript = *view(m_window, "ticketTranscript");
        QAbstractItemView &queue = *view(m_window, "queue");
        int row = 0;
        while (queue.model()->index(row, 0).data(TicketListModel::IdRole).toLongLong() != longest.value)
            ++row;
        QVector<double> taken, bare;
        for (int turn = 0; turn < 10; ++turn) {
            untilChanged(transcript, [&] { queue.setCurrentIndex(queue.model()->index(row == 0 ? 1 : 0, 0)); });
            taken += untilChanged(transcript, [&] { queue.setCurrentIndex(queue.model()->index(row, 0)); });
            QElapsedTimer timer;
            timer.start();
            static_cast<void>(readTicket((*stores)->stores(), longest));
            bare += milliseconds(timer);
        }
        say(QStringLiteral("open the conversation of 20,000 messages"), taken, longestMs, longestMs,
            QStringLiteral("reading it from the file alone"), quantile(bare, 0.5));
    }

    void measureTickets() {
        m_window.showPage(QStringLiteral("tickets"));
        QAbstractItemView &table = *view(m_window, "ticketTable");
        auto *page = m_window.findChild<TicketsPage *>();
        waitFor([&] { return table.model()->rowCount() > 0; });
        QTest::qWait(300);
        double none = 1;
        const auto measured = [&](const QString &what, const QString &before, bool isNothing,
                                  const QStringList &texts) {
            QVector<double> taken;
            std::pair<double, QString> slowest;
            for (int turn = 0; turn < 5; ++turn) {
                for (const QString &text : texts) {
                    page->search(before);
                    waitFor([&] { return (table.model()->rowCount() == 0) == isNothing; });
                    taken += untilChanged(table, [&] { page->search(text); });
                    slowest = std::max(slowest, {taken.last(), QStringLiteral("%1, turn %2").arg(text).arg(turn + 1)});
                }
            }
            say(what, taken, searchMs, searchMs, QStringLiteral("a search that finds nothing"), none);
            std::printf("  the slowest: %s\n", qPrintable(slowest.second));
            return quantile(taken, 0.5);
        };
        const QString nothing = QStringLiteral("nothingatall ");
        page->search(nothing);
        waitFor([&] { return table.model()->rowCount() == 0; });
        none = measured(QStringLiteral("a search that finds nothing, shown in the table"), QStringLiteral("is:open"),
                        false, {nothing});
        measured(QStringLiteral("the queue filtered, shown in the table"), nothing, true,
                 {QStringLiteral("is:open"), QStringLiteral("is:waiting"), QStringLiteral("is:open priority:high"),
                  QStringLiteral("is:open refund ")});
        measured(QStringLiteral("all 50,000 tickets filtered, shown in the table"), nothing, true,
                 {QStringLiteral("is:resolved"), QStringLiteral("tag:vip"), QStringLiteral("conf:<0.5"),
                  QStringLiteral("from:%1 ").arg(bigDeskWord(300)), QStringLiteral("is:resolved before:2026-01-01")});
        measured(QStringLiteral("words searched, shown in the table"), nothing, true,
                 {bigDeskWord(9) + u' ', bigDeskWord(100) + u' ', bigDeskWord(5000) + u' ',
                  QStringLiteral("\"charged twice\""), QStringLiteral("refnud ")});
    }

    WindowSession &m_session;
    MainWindow &m_window;
    LaunchOptions m_options;
};

LaunchOptions optionsFor(const QString &database) {
    LaunchOptions options;
    options.database = database;
    options.offline = true;
    return options;
}

//! The first start of all, in a process of its own: what it leaves behind in memory would count for the next.
int measureFirst(WatchedApplication &application, const QString &database) {
    Theme theme(application);
    OpenWindows windows(theme);
    double took = 0;
    WindowSession *session = start(windows, optionsFor(database), BigDeskPlan().openTickets, took);
    if (!session)
        return 1;
    sayStart("with 10,000 articles no encoder has seen", took);
    QElapsedTimer timer;
    timer.start();
    if (!waitFor([&] { return isEncoded(*session); }, encodingMs))
        return 1;
    std::printf("they are encoded beside the work in %.0f s\n", milliseconds(timer) / 1000);
    std::fflush(stdout);
    return 0;
}

int measure(WatchedApplication &application, const QString &database) {
    Theme theme(application);
    OpenWindows windows(theme);
    double took = 0;
    WindowSession *session = start(windows, optionsFor(database), BigDeskPlan().openTickets, took);
    if (!session)
        return 1;
    sayStart("with all of them encoded", took);
    QTest::qWait(300);
    const LongCalls calls(application);
    BigWindow window(*session, optionsFor(database));
    window.measure();
    window.measurePages();
    const int resident = residentMegabytes();
    std::printf("resident memory after every page was shown: %d MB (asked for: <= %d MB)%s\n", resident, mostMegabytes,
                resident <= mostMegabytes ? "" : "  <-- misses");
    return 0;
}

} // namespace

int main(int argc, char *argv[]) {
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1)
        return measureFirst(application, arguments[1]);
    const QString database = folder.filePath(QStringLiteral("big.db"));
    if (const auto made = makeDatabase(database); !made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().sentence));
        return 1;
    }
    QProcess::execute(QStringLiteral("sync"), {}); // what was just written is not what is measured
    const int first = QProcess::execute(QCoreApplication::applicationFilePath(), {database});
    return first != 0 ? first : measure(application, database);
}
