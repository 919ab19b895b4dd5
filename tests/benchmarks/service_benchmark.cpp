// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk under load: answers a second and how long customers wait, idle streams, and clients that mean no good.
#include "app/services.h"
#include "tests/benchmarks/loadgenerator.h"
#include "tests/benchmarks/madeknowledge.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <cstdio>

using namespace relaydesk;

namespace {

bool makeDatabase(const QString &file) {
    LaunchOptions options;
    options.database = file;
    options.offline = true;
    auto services = Services::open(options);
    if (!services)
        return false;
    if (const QString limitation = (*services)->matcher->limitation(); !limitation.isEmpty())
        std::printf("%s\n", qPrintable(limitation));
    QVector<Article> made;
    for (int i = 0; i < 1000; ++i)
        made.append(article(i));
    return (*services)->desk->saveArticles(made).has_value();
}

qint64 residentKb(qint64 process) {
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).simplified().split(' ').first().toLongLong();
        }
    }
    return 0;
}

class Bench {
  public:
    explicit Bench(const QString &database) {
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(QCoreApplication::applicationDirPath() + QStringLiteral("/relaydesk"),
                       {QStringLiteral("serve"), QStringLiteral("--offline"), QStringLiteral("--listen"),
                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"), database});
        m_server.waitForReadyRead(60'000);
        m_port = quint16(m_server.readAllStandardOutput().trimmed().split(':').last().toUInt());
    }
    ~Bench() {
        m_server.terminate();
        m_server.waitForFinished(60'000);
    }
    bool isRunning() const { return m_port > 0; }

    //! Customers with a conversation each, and a known question that nobody asked before; or all the same one.
    QVector<QByteArray> questions(int count, bool same = false) {
        QVector<QByteArray> chats;
        for (const QByteArray &answer :
             runLoad(m_port, 16, QVector<QByteArray>(count, getRequest("/api/session"))).answers) {
            QJsonObject body = QJsonDocument::fromJson(answer).object();
            const QString mark = same ? QString() : QStringLiteral(" (%1)").arg(m_asked / 1000);
            body.insert(QStringLiteral("message"), question(same ? 7 : m_asked % 1000) + mark);
            m_asked += 1;
            chats.append(postRequest("/api/chat", QJsonDocument(body).toJson(QJsonDocument::Compact)));
        }
        return chats;
    }
    Load chat(const char *what, const char *askedFor, int customers, int count, bool same = false) {
        const Load load = runLoad(m_port, customers, questions(count, same));
        print(what, askedFor, load);
        return load;
    }
    static void print(const char *what, const char *askedFor, const Load &load) {
        const auto answered = std::count_if(load.answers.begin(), load.answers.end(), [](const QByteArray &answer) {
            return answer.contains("\"needsHuman\":false");
        });
        std::printf(
            "%s: %.0f answers/s, median %.0f ms, p99 %.0f ms, %d errors, %d of %d answered by the assistant (asked "
            "for: %s)\n",
            what, load.perSecond(), quantile(load.milliseconds, 0.5), quantile(load.milliseconds, 0.99), load.errors,
            int(answered), int(load.answers.size()), askedFor);
        std::fflush(stdout);
    }
    void streams() {
        const QByteArray session =
            QJsonDocument::fromJson(
                runLoad(m_port, 1, {getRequest("/api/session")}).answers.first())[QStringLiteral("sessionId")]
                .toString()
                .toLatin1();
        const qint64 before = residentKb(m_server.processId());
        const QVector<int> open = openConnections(
            m_port, 1000,
            getRequest("/api/v1/conversations/" + session + "/events", "Authorization: Bearer " + session + "\r\n"));
        runLoad(m_port, 1, {getRequest("/healthz")}); // answered after all of them
        const qint64 after = residentKb(m_server.processId());
        std::printf("1,000 idle event streams: %.1f MB more (asked for: <= 60 MB); ratio to the memory before: %.2f\n",
                    double(after - before) / 1024, double(after) / double(before));
        closeAll(open);
    }
    void slowOnes() {
        const QVector<int> slow = openConnections(m_port, 500, "POST /api/chat HTTP/1.1\r\nHost: desk\r\nContent-Le");
        chat("10 customers beside 500 that never end their headers", "p99 <= 400 ms", 10, 300);
        closeAll(slow);
    }
    double emptyRequests() {
        const Load load = runLoad(m_port, 10, QVector<QByteArray>(3000, getRequest("/healthz")));
        std::printf("GET /healthz, 10 at once: %.0f a second, p99 %.1f ms\n", load.perSecond(),
                    quantile(load.milliseconds, 0.99));
        return load.perSecond();
    }

  private:
    QProcess m_server;
    quint16 m_port = 0;
    int m_asked = 0;
};

} // namespace

int main(int argc, char *argv[]) {
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("desk.db"));
    if (!makeDatabase(database))
        return 1;
    Bench bench(database);
    if (!bench.isRunning())
        return 1;
    bench.chat("warming up", "nothing", 2, 20);
    const double empty = bench.emptyRequests();
    bench.chat("10 customers at once", "p99 <= 200 ms", 10, 400);
    const Load many = bench.chat("100 customers at once", ">= 100 answers/s, p99 <= 1,500 ms, no error", 100, 1000);
    bench.chat("100 customers, the same question", ">= 800 answers/s", 100, 2000, true);
    bench.slowOnes();
    bench.streams();
    std::printf("ratio of an empty request to an answer: %.1f\n", empty / many.perSecond());
    return 0;
}
