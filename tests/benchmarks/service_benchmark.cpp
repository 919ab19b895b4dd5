// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk under load: answers a second and how long customers wait, idle streams, clients that mean no good, and the
//! same load on nlp.js behind node's own http server with the same knowledge.
#include "app/services.h"
#include "tests/benchmarks/loadgenerator.h"
#include "tests/benchmarks/madeknowledge.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
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

//! A program that prints its address once it listens; ends with this.
class Served {
  public:
    Served(const QString &program, const QStringList &arguments) {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(program, arguments);
        QByteArray said;
        while (!said.contains("http://") && m_process.waitForReadyRead(600'000))
            said += m_process.readAllStandardOutput();
        m_port = quint16(said.trimmed().split(':').last().toUInt());
    }
    ~Served() {
        m_process.terminate();
        m_process.waitForFinished(60'000);
    }
    quint16 port() const { return m_port; } //!< 0: it does not run
    qint64 processId() const { return m_process.processId(); }

  private:
    QProcess m_process;
    quint16 m_port = 0;
};

constexpr int wrkSeconds = 8;

QString markedQuestion(int number) { return question(number % 1000) + QStringLiteral(" (%1)").arg(number / 1000); }

class Bench {
  public:
    explicit Bench(const QString &database)
        : m_server(QCoreApplication::applicationDirPath() + QStringLiteral("/relaydesk"),
                   {QStringLiteral("serve"), QStringLiteral("--offline"), QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"), database})
        , m_port(m_server.port()) {}
    bool isRunning() const { return m_port > 0; }

    //! Customers with a conversation each, and a known question that nobody asked before; or all the same one.
    QVector<QByteArray> questions(int count, bool same = false) {
        QVector<QByteArray> bodies;
        for (const QByteArray &answer :
             runLoad(m_port, 16, QVector<QByteArray>(count, getRequest("/api/session"))).answers) {
            QJsonObject body = QJsonDocument::fromJson(answer).object();
            body.insert(QStringLiteral("message"), same ? question(7) : markedQuestion(m_asked));
            m_asked += 1;
            bodies.append(QJsonDocument(body).toJson(QJsonDocument::Compact));
        }
        return bodies;
    }
    Load chat(const char *what, const char *askedFor, int customers, int count, bool same = false) {
        QVector<QByteArray> chats;
        for (const QByteArray &body : questions(count, same))
            chats.append(postRequest("/api/chat", body));
        const Load load = runLoad(m_port, customers, chats);
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
    //! The same as wrk sees it.
    void chatWithWrk(const QString &wrk, const QString &folder, int customers) {
        const QString bodies = folder + QStringLiteral("/questions.jsonl");
        QFile file(bodies);
        if (!file.open(QIODevice::WriteOnly))
            return;
        for (const QByteArray &body : questions(wrkSeconds * 300))
            file.write(body + '\n');
        file.close();
        QProcess process;
        process.start(wrk, {QStringLiteral("-t2"), QStringLiteral("-c%1").arg(customers),
                            QStringLiteral("-d%1s").arg(wrkSeconds), QStringLiteral("-s"),
                            sourceFile(QStringLiteral("tests/benchmarks/questions.lua")),
                            QStringLiteral("http://127.0.0.1:%1").arg(m_port), QStringLiteral("--"), bodies,
                            QStringLiteral("2")});
        process.waitForFinished(60'000);
        const QList<QByteArray> said = process.readAllStandardOutput().trimmed().split('\n').last().split(' ');
        std::printf("wrk, %d customers at once for %d s: %s answers/s, median %s ms, p99 %s ms, %s errors\n", customers,
                    wrkSeconds, said.value(0).constData(), said.value(1).constData(), said.value(2).constData(),
                    said.value(3).constData());
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
    Served m_server;
    quint16 m_port = 0;
    int m_asked = 0;
};

//! What nlp.js is taught; the phrasings are the desk's.
bool writeKnowledge(const QString &path) {
    QJsonArray all;
    for (int i = 0; i < 1000; ++i) {
        const Article made = article(i);
        QJsonArray questions{made.title};
        for (const Phrasing &phrasing : made.phrasings)
            questions.append(phrasing.text);
        all.append(QJsonObject{{QStringLiteral("answer"), made.answer}, {QStringLiteral("questions"), questions}});
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(all).toJson()) > 0;
}

//! The same questions, as many and as many at once, on nlp.js; it keeps no conversation and writes nothing to disk.
void compareWithNlpJs(const QString &folder, const Load &desk) {
    const QString knowledge = folder + QStringLiteral("/knowledge.json");
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !writeKnowledge(knowledge)) {
        std::printf("nlp.js: not measured, there is no node\n");
        return;
    }
    const Served server(node, {sourceFile(QStringLiteral("tests/benchmarks/nlpjs/server.mjs")), knowledge});
    if (server.port() == 0) {
        std::printf("nlp.js: not measured, node-nlp could not be had from npm\n");
        return;
    }
    QVector<QByteArray> chats;
    for (int i = 0; i < 1000; ++i)
        chats.append(postRequest(
            "/api/chat",
            QJsonDocument(QJsonObject{{QStringLiteral("message"), markedQuestion(i)}}).toJson(QJsonDocument::Compact)));
    const Load load = runLoad(server.port(), 100, chats);
    Bench::print("nlp.js, 100 customers at once", "nothing", load);
    std::printf("ratio of Relaydesk's answers a second to nlp.js's: %.2f (asked for: to be shown)\n",
                desk.perSecond() / load.perSecond());
}

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
    if (const QString wrk = QStandardPaths::findExecutable(QStringLiteral("wrk")); !wrk.isEmpty()) {
        for (const int customers : {10, 100})
            bench.chatWithWrk(wrk, folder.path(), customers);
    } else {
        std::printf("wrk: not measured, it is not here (Debian's wrk)\n");
    }
    bench.streams();
    std::printf("ratio of an empty request to an answer: %.1f\n", empty / many.perSecond());
    compareWithNlpJs(folder.path(), many);
    return 0;
}
