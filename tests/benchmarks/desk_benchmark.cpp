// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a user waits for, with 1,000 articles: an answer, the start of a command, and what it takes in memory.
#include "app/services.h"
#include "models/desk/eventdata.h"
#include "tests/benchmarks/madeknowledge.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <algorithm>
#include <cstdio>

using namespace relaydesk;

namespace {

constexpr int articles = 1000;
constexpr int questions = 300;

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

QString statusLine(const char *key) {
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(key))
                return QString::fromLatin1(line.mid(qsizetype(qstrlen(key)) + 1).simplified());
        }
    }
    return QStringLiteral("unknown");
}

void measureAnswers(Services &services) {
    const Stores stores = services.storage->stores();
    QVector<double> whole, bare;
    int answered = 0;
    for (int i = 0; i < questions; ++i) {
        const auto conversation = services.desk->open({});
        QElapsedTimer timer;
        timer.start();
        services.desk->receive(conversation->id, question(i * 3));
        whole.append(milliseconds(timer));
        const auto after = stores.conversations.conversation(conversation->id);
        answered += after && after->owner == Owner::Assistant ? 1 : 0;
        timer.restart();
        stores.unitOfWork.atomically([&]() -> Result<void> {
            return stores.settings.setValue(QStringLiteral("benchmark"), QString::number(i));
        });
        bare.append(milliseconds(timer));
    }
    std::printf("known question, Desk::receive to stored verdict: median %.2f ms, p99 %.2f ms (asked for: median <= 25 "
                "ms); %d of %d answered\n",
                quantile(whole, 0.5), quantile(whole, 0.99), answered, questions);
    std::printf("  ratio to one bare synchronous commit in the same file: %.1f (median %.2f ms)\n",
                quantile(whole, 0.5) / quantile(bare, 0.5), quantile(bare, 0.5));
}

double runProgram(const QStringList &arguments) {
    QVector<double> times;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/relaydesk"), arguments);
        process.waitForFinished(-1);
        times.append(milliseconds(timer));
    }
    return quantile(times, 0.5);
}

void measureStart(const QString &database) {
    const QString output = database + QStringLiteral(".jsonl");
    const double nothing = runProgram({QStringLiteral("agent"), QStringLiteral("available"), QStringLiteral("--json"),
                                       QStringLiteral("--database"), database});
    const double exported = runProgram({QStringLiteral("export"), output, QStringLiteral("--database"), database});
    const double metrics =
        runProgram({QStringLiteral("metrics"), QStringLiteral("--database"), database, QStringLiteral("--json")});
    std::printf("start of a command that needs the whole desk: median %.0f ms; export %.0f ms, metrics %.0f ms (asked "
                "for: <= 700 ms)\n",
                nothing, exported, metrics);
    std::printf("  ratio of the first to metrics, which needs no matcher: %.1f\n", nothing / metrics);
}

int measure() {
    QTemporaryDir folder;
    LaunchOptions options;
    options.database = folder.filePath(QStringLiteral("desk.db"));
    options.offline = true;
    {
        auto services = Services::open(options);
        if (!services) {
            std::fprintf(stderr, "%s\n", qPrintable(services.error().sentence));
            return 1;
        }
        if (const QString limitation = (*services)->matcher->limitation(); !limitation.isEmpty())
            std::printf("%s\n", qPrintable(limitation));
        QVector<Article> made;
        for (int i = 0; i < articles; ++i)
            made.append(article(i));
        QElapsedTimer timer;
        timer.start();
        const auto saved = (*services)->desk->saveArticles(made);
        if (!saved) {
            std::fprintf(stderr, "%s\n", qPrintable(saved.error().sentence));
            return 1;
        }
        std::printf("import of %d articles with %d phrasings, encoding included: %.1f s\n", articles, articles * 4,
                    milliseconds(timer) / 1000);
        std::fflush(stdout);
        measureAnswers(**services);
        std::printf(
            "resident memory: %s (of it mapped from files: %s), at most %s (asked for: <= 260 MB = 266240 kB)\n",
            qPrintable(statusLine("VmRSS:")), qPrintable(statusLine("RssFile:")), qPrintable(statusLine("VmHWM:")));
    }
    std::fflush(stdout);
    measureStart(options.database);
    return 0;
}

} // namespace

int main(int argc, char *argv[]) {
    QCoreApplication application(argc, argv);
    return measure();
}
