// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That what was acknowledged survives the sudden death of the program, and nothing half done does.
#include "tests/app/storage/temporarydesk.h"
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <cstdio>

using namespace relaydesk;

namespace {

//! In a process of its own: one turn after the other, each acknowledged with the number of its message.
int writeUntilKilled(const QString &path) {
    const auto opened = SqliteStores::open(path, OpenMode::ReadWrite, 5000);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().sentence));
        return 1;
    }
    const Stores s = (*opened)->stores();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Conversation conversation{.customer = *s.people.save(Customer{})};
    conversation.id = *s.conversations.save(conversation);
    for (;;) {
        MessageId message;
        const Result<void> turn = s.unitOfWork.atomically([&]() -> Result<void> {
            const QString text = QString(QRandomGenerator::global()->bounded(3000), u'x');
            const Result<MessageId> appended =
                s.conversations.append({.conversation = conversation.id, .text = text, .at = now});
            RELAYDESK_TRY(appended);
            message = *appended;
            RELAYDESK_TRY(s.events.append(
                {.at = now, .conversation = conversation.id, .data = {{u"message"_qs, message.value}}}));
            ++conversation.job;
            RELAYDESK_TRY(s.conversations.save(conversation));
            return {};
        });
        if (!turn)
            return 1;
        std::printf("%lld\n", static_cast<long long>(message.value));
        std::fflush(stdout);
    }
}

} // namespace

class CrashTest : public QObject {
    Q_OBJECT

  private:
    static void start(QProcess &writer, const QString &path) {
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_qs, path});
        QVERIFY(writer.waitForStarted());
    }

    //! Reads acknowledgements until `count` came, kills the process, and answers all that came.
    static QVector<MessageId> killAfter(QProcess &writer, int count) {
        QVector<MessageId> acknowledged;
        const auto take = [&] {
            while (writer.canReadLine())
                acknowledged.append(MessageId{writer.readLine().trimmed().toLongLong()});
        };
        while (acknowledged.size() < count && writer.waitForReadyRead(60000))
            take();
        writer.kill();
        writer.waitForFinished();
        take();
        return acknowledged;
    }

  private slots:
    void shouldKeepEveryAcknowledgedTurnWhenKilled() {
        const TemporaryDesk desk;
        QSet<MessageId> acknowledged;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 6; ++round) {
            QProcess writer;
            start(writer, desk.path());
            const int count = 1 + random.bounded(round % 2 ? 10 : 200);
            const QVector<MessageId> came = killAfter(writer, count);
            QVERIFY2(came.size() >= count, qPrintable(QString::number(came.size())));
            for (const MessageId id : came)
                acknowledged.insert(id);

            // THEN the lock of the dead process is taken over, and every turn is there as a whole
            const auto opened = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
            const Stores s = (*opened)->stores();
            QSet<MessageId> messages, told;
            const auto conversations = s.conversations.conversations({});
            for (const Conversation &conversation : *conversations) {
                const auto said = s.conversations.messages(conversation.id, {}, 1000000);
                for (const Message &message : *said)
                    messages.insert(message.id);
                QCOMPARE(said->size(), conversation.job);
            }
            const auto events = s.events.events({});
            for (const Event &event : *events)
                told.insert(MessageId{event.data[u"message"].toInteger()});
            QVERIFY(messages.contains(acknowledged));
            QCOMPARE(told, messages);
            const auto check = (*opened)->database().first<QString>(u"PRAGMA integrity_check"_qs, {},
                                                                    [](SqliteRow &row) { return row.text(); });
            QCOMPARE(**check, u"ok"_qs);
        }
        QVERIFY(acknowledged.size() > 6);
    }

    void shouldNameTheProcessThatWrites() {
        const TemporaryDesk desk;
        QProcess writer;
        start(writer, desk.path());
        QVERIFY(writer.waitForReadyRead(60000));
        const auto refused = SqliteStores::open(desk.path(), OpenMode::ReadWrite, 50);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        const QString holder = u"crash_test (process %1)"_qs.arg(writer.processId());
        QVERIFY2(refused.error().sentence.contains(holder), qPrintable(refused.error().sentence));
        QVERIFY(SqliteStores::open(desk.path(), OpenMode::ReadOnly)); // reading beside it is fine
        killAfter(writer, 1);
        QVERIFY(SqliteStores::open(desk.path(), OpenMode::ReadWrite));
    }
};

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    if (argc == 3 && app.arguments().at(1) == QLatin1String("--write"))
        return writeUntilKilled(app.arguments().at(2));
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "crash_test.moc"
