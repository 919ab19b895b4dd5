// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/benchmarks/windowmeasures.h"
#include "app/matching/encoderlocation.h"
#include "models/items/deskreading.h"
#include <QtCore/QFile>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>
#include <algorithm>
#include <cstdio>

namespace relaydesk {

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

double quantile(QVector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[std::min(values.size() - 1, qsizetype(share * double(values.size())))];
}

void say(const QString &what, const QVector<double> &taken, double askedMedian, double askedHigh,
         const QString &ratioTo, double other) {
    const double median = quantile(taken, 0.5), high = quantile(taken, 0.99);
    std::printf("%s: median %.1f ms, p99 %.1f ms (asked for: <= %.0f and %.0f ms)%s\n  ratio of the median to %s: %.1f "
                "(%.2f ms)\n",
                qPrintable(what), median, high, askedMedian, askedHigh,
                median <= askedMedian && high <= askedHigh ? "" : "  <-- misses", qPrintable(ratioTo),
                median / std::max(other, 0.001), other);
    std::fflush(stdout);
}

QAbstractItemView *view(MainWindow &window, const char *name) {
    return window.findChild<QAbstractItemView *>(QLatin1String(name));
}

WindowSession *start(OpenWindows &windows, const LaunchOptions &options, int tickets, double &tookMs) {
    QElapsedTimer timer;
    timer.start();
    const auto opened = windows.open(options);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().sentence));
        return nullptr;
    }
    MainWindow &window = (*opened)->window();
    PaintWatch painted(window);
    waitFor([&] { return painted.painted && view(window, "queue")->model()->rowCount() >= tickets; });
    QCoreApplication::processEvents();
    tookMs = milliseconds(timer);
    return *opened;
}

bool isEncoded(WindowSession &session) {
    return encoderFolder().isEmpty() ||
           session.desk().ask([](Desk &desk) { return desk.knowledge().limitation().isEmpty(); }).result();
}

void measureQueue(MainWindow &window, const LaunchOptions &options, int first, int last) {
    QAbstractItemView *queue = view(window, "queue");
    QAbstractItemView *transcript = view(window, "ticketTranscript");
    QVector<double> shown, bare;
    const auto reading = SqliteStores::open(options.database, OpenMode::ReadOnly);
    for (int row = first; row <= last; ++row) {
        PaintWatch watch(*transcript->viewport());
        bool isThere = false;
        const auto reset =
            QObject::connect(transcript->model(), &QAbstractItemModel::modelReset, [&] { isThere = true; });
        QElapsedTimer timer;
        timer.start();
        queue->setCurrentIndex(queue->model()->index(row, 0));
        waitFor([&] {
            watch.painted = watch.painted && isThere;
            return watch.painted;
        });
        shown.append(milliseconds(timer));
        QObject::disconnect(reset);
        const TicketId id{queue->model()->index(row, 0).data(TicketListModel::IdRole).toLongLong()};
        timer.restart();
        static_cast<void>(readTicket((*reading)->stores(), id));
        bare.append(milliseconds(timer));
    }
    say(QStringLiteral("open a ticket, click to painted conversation"), shown, 50, 50,
        QStringLiteral("reading it from the file alone"), quantile(bare, 0.5));
}

namespace {

QVector<double> typing(MainWindow &window, int keys) {
    auto *composer = window.findChild<QAbstractScrollArea *>(QStringLiteral("agentComposer"));
    composer->setFocus();
    QVector<double> times;
    for (int key = 0; key < keys; ++key) {
        PaintWatch watch(*composer->viewport());
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(composer, char(key % 12 == 11 ? ' ' : 'a' + key % 26));
        waitFor([&] { return watch.painted; });
        times.append(milliseconds(timer));
        QTest::qWait(10);
    }
    return times;
}

QString question(int number) {
    return QStringLiteral("Question %1: how do I change the address of my parcel before the %2?")
        .arg(number)
        .arg(number % 28 + 1);
}

} // namespace

void measureTyping(WindowSession &session, int writers, double askedMedian) {
    MainWindow &window = session.window();
    const QVector<double> quiet = typing(window, 200);
    std::atomic<bool> isBusy = true;
    std::atomic<int> taken = 0;
    QVector<ConversationId> ids;
    waitFor([future = session.desk().ask([&ids, writers](Desk &desk) {
        for (int i = 0; i < writers; ++i)
            ids.append(desk.open({.name = QStringLiteral("Writer %1").arg(i)})->id);
        return true;
    })] { return future.isFinished(); });
    // Each writes again as soon as the desk has taken what it wrote before; what all wrote stands in one line.
    std::function<void(int)> next = [&](int turn) {
        session.desk()
            .ask([id = ids[turn % writers], turn](Desk &desk) { return desk.receive(id, question(turn)).has_value(); })
            .then(&window, [&, turn](bool) {
                ++taken;
                if (isBusy)
                    next(turn + 1);
            });
    };
    QElapsedTimer timer;
    timer.start();
    next(0);
    const QVector<double> busy = typing(window, 300);
    const double seconds = milliseconds(timer) / 1000;
    isBusy = false;
    QTest::qWait(200);
    say(QStringLiteral("a key to its paint while %1 customers write (%2 messages a second)")
            .arg(writers)
            .arg(taken / seconds, 0, 'f', 0),
        busy, askedMedian, 16, QStringLiteral("the same while nobody writes"), quantile(quiet, 0.5));
}

void measureScrolling(MainWindow &window, int messages, double askedMedian) {
    QAbstractItemView *transcript = view(window, "ticketTranscript");
    waitFor([&] { return transcript->model()->rowCount() > 100; });
    QTest::qWait(300);
    QScrollBar *bar = transcript->verticalScrollBar();
    for (int rows = 0; rows < messages;) { // earlier messages come when somebody scrolls to the first
        rows = transcript->model()->rowCount();
        bar->setValue(bar->maximum());
        bar->setValue(bar->minimum());
        if (rows >= messages || !waitFor([&] { return transcript->model()->rowCount() > rows; }, 5000))
            break;
    }
    QVector<double> frames, blank;
    QWidget empty(&window);
    empty.resize(transcript->viewport()->size());
    empty.show();
    for (int step = 0; step < 400; ++step) {
        // Wheel steps for the most part, and leaps along the bar.
        const int value = step % 10 == 9 ? (step * 7919) % std::max(1, bar->maximum()) : bar->value() - 120;
        QElapsedTimer timer;
        timer.start();
        bar->setValue(value < 0 ? bar->maximum() : value);
        transcript->viewport()->repaint();
        frames.append(milliseconds(timer));
        timer.restart();
        empty.repaint();
        blank.append(milliseconds(timer));
        QCoreApplication::processEvents();
    }
    say(QStringLiteral("a frame of scrolling %1 rows").arg(transcript->model()->rowCount()), frames, askedMedian, 16,
        QStringLiteral("painting an empty widget of that size"), quantile(blank, 0.5));
}

LongCalls::LongCalls(WatchedApplication &application) : m_application(application) {
    application.setReport([this](const QString &sentence) { m_sentences += sentence; });
}

LongCalls::~LongCalls() {
    m_application.setReport([](const QString &) {});
    std::printf("calls over %lld ms on the window's thread since the start: %lld (asked for: 0)\n",
                qlonglong(WatchedApplication::longest), qlonglong(m_sentences.size()));
    for (const QString &sentence : m_sentences.mid(0, 12))
        std::printf("  %s\n", qPrintable(sentence));
    std::fflush(stdout);
}

} // namespace relaydesk
