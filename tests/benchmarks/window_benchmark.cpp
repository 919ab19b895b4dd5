// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent waits for in the window, with 1,000 articles and 10,000 conversations: the start, a ticket, a key, a
//! frame of scrolling; and what it takes in memory. Needs no display. With a million messages: bigwindow_benchmark.
#include "models/desk/eventdata.h"
#include "tests/benchmarks/windowmeasures.h"
#include <QtTest/QTest>
#include <algorithm>
#include <cstdio>

using namespace relaydesk;

namespace {

constexpr int articles = 1000;
constexpr int conversations = 10'000;
constexpr int tickets = 200;
constexpr int longConversation = 5000;

QString words(int number) {
    return QStringLiteral("Question %1: how do I change the %2 of my %3 before the %4?")
        .arg(number)
        .arg(QStringList{QStringLiteral("address"), QStringLiteral("size"), QStringLiteral("colour")}[number % 3],
             QStringList{QStringLiteral("parcel"), QStringLiteral("invoice"), QStringLiteral("box"),
                         QStringLiteral("voucher")}[number / 3 % 4])
        .arg(number % 28 + 1);
}

//! Written straight into the file, in one transaction: a desk that works would take minutes for it.
Result<void> fill(const Stores &stores) {
    const QDateTime start = QDateTime::currentDateTimeUtc().addDays(-30);
    const auto agent = stores.people.save(Agent{.name = QStringLiteral("Dana Ortiz")});
    RELAYDESK_TRY(agent);
    for (int i = 0; i < articles; ++i)
        RELAYDESK_TRY(stores.articles.save(
            {.title = words(i), .answer = QStringLiteral("Open **Settings** and choose *Change*, number %1.").arg(i)}));
    for (int i = 0; i < conversations; ++i) {
        const QDateTime at = start.addSecs(i * 250);
        const auto customer = stores.people.save(Customer{.name = QStringLiteral("Customer %1").arg(i), .since = at});
        RELAYDESK_TRY(customer);
        const bool hasTicket = i >= conversations - tickets;
        const auto id = stores.conversations.save({.session = QStringLiteral("session%1").arg(i),
                                                   .customer = *customer,
                                                   .owner = hasTicket ? Owner::Queue : Owner::Nobody,
                                                   .startedAt = at,
                                                   .lastAt = at});
        RELAYDESK_TRY(id);
        const int messages = i == conversations - tickets ? longConversation : 2;
        for (int m = 0; m < messages; ++m)
            RELAYDESK_TRY(stores.conversations.append(
                {.conversation = *id,
                 .author = m % 2 == 0 ? Author::Customer : Author::Assistant,
                 .text = m % 2 == 0 ? words(i + m) : QStringLiteral("Open **Settings** and choose *Change* %1.").arg(m),
                 .at = at.addSecs(m)}));
        Verdict verdict{.question = words(i), .article = ArticleId{i % articles + 1}};
        if (!hasTicket)
            verdict.answer = QStringLiteral("Open **Settings** and choose *Change*.");
        const auto event =
            stores.events.append({.at = at, .kind = EventKind::Verdict, .conversation = *id, .data = toJson(verdict)});
        RELAYDESK_TRY(event);
        if (hasTicket)
            RELAYDESK_TRY(stores.tickets.save({.conversation = *id,
                                               .reason = {HandoffCategory::LowConfidence, QStringLiteral("Not sure.")},
                                               .verdict = *event,
                                               .question = words(i),
                                               .openedAt = at}));
    }
    return {};
}

int measure(WatchedApplication &application) {
    const QTemporaryDir folder;
    LaunchOptions options;
    options.database = folder.filePath(QStringLiteral("desk.db"));
    options.offline = true;
    {
        auto stores = SqliteStores::open(options.database, OpenMode::ReadWrite);
        const auto filled = (*stores)->stores().unitOfWork.atomically([&] { return fill((*stores)->stores()); });
        if (!filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().sentence));
            return 1;
        }
    }
    Theme theme(application);
    double first = 0, again = 0, nothing = 0;
    {
        OpenWindows windows(theme); // encodes the questions, once for ever
        WindowSession *session = start(windows, options, tickets, first);
        if (!session || !waitFor([&] { return isEncoded(*session); }, 10 * 60'000))
            return 1;
    }
    LaunchOptions empty = options;
    empty.database = folder.filePath(QStringLiteral("empty.db"));
    {
        OpenWindows windows(theme);
        start(windows, empty, 0, nothing);
    }
    OpenWindows windows(theme);
    WindowSession *session = start(windows, options, tickets, again);
    if (!session)
        return 1;
    std::printf("start to a usable window: %.0f ms (asked for: <= 1500 ms)%s; the very first, with knowledge to be "
                "encoded: %.0f ms\n  ratio to the same with an empty database: %.1f (%.0f ms)\n",
                again, again <= 1500 ? "" : "  <-- misses", first, again / nothing, nothing);
    std::fflush(stdout);
    QTest::qWait(300);
    MainWindow &window = session->window();
    const LongCalls calls(application);
    measureQueue(window, options, 1, 60);
    measureTyping(*session, 10, 16);
    view(window, "queue")->setCurrentIndex(view(window, "queue")->model()->index(0, 0));
    measureScrolling(window, longConversation, 16);
    for (const char *page : {"knowledge", "analytics", "settings", "desk"}) {
        window.showPage(QLatin1String(page));
        QTest::qWait(400);
    }
    std::printf("resident memory after every page was shown: %d MB (asked for: <= 300 MB)\n", residentMegabytes());
    return 0;
}

} // namespace

int main(int argc, char *argv[]) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    return measure(application);
}
