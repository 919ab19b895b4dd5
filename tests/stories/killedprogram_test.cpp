// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The program is killed at random moments while an agent types and sends and a customer writes: at most the last
//! second of typing is missing, no message is lost or doubled, and the ticket is on the screen again.
#include "app/services.h"
#include "models/desk/heldreply.h"
#include "models/items/deskreading.h"
#include "tests/stories/deskstory.h"
#include "ui/desk/deskpage.h"
#include "ui/window/screenmemory.h"
#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSettings>
#include <QtWidgets/QPlainTextEdit>
#include <cstdio>

namespace relaydesk {

namespace {

constexpr int keyMs = 15;
constexpr int keysPerReply = 40;
constexpr int customerEvery = 25; //!< keys
constexpr auto unknown = "My dishwasher sings at night";

void report(const QString &line) {
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

LaunchOptions optionsFor(const QString &database) {
    LaunchOptions options;
    options.database = database;
    options.offline = true;
    return options;
}

//! The killed one: types "r<round>.<n> r<round>.<n+1> …", sends every forty keys, and lets the customer write.
class Typist : public QObject {
  public:
    Typist(MainWindow &window, Remote<Desk> desk, int round) : m_stage(&window), m_desk(desk), m_round(round) {
        m_watch.start();
        startTimer(keyMs);
    }

  protected:
    void timerEvent(QTimerEvent *) override {
        const auto *page = m_stage.window().findChild<DeskPage *>();
        auto *edit = m_stage.window().findChild<QPlainTextEdit *>(QStringLiteral("agentComposer"));
        if (!page->ticket().isValid() || !edit->isEnabled())
            return;
        if (m_keys == 0)
            report(QStringLiteral("restored %1").arg(page->ticket().value));
        ++m_keys;
        if (m_keys % customerEvery == 0)
            customerWrites();
        if (m_keys % keysPerReply == 0) {
            report(QStringLiteral("sent %1").arg(edit->toPlainText().trimmed()));
            m_stage.window().findChild<QAbstractButton *>(QStringLiteral("agentSend"))->click();
            return;
        }
        const QString word = QStringLiteral("r%1.%2").arg(m_round).arg(m_keys);
        edit->moveCursor(QTextCursor::End);
        for (const QChar letter : QLatin1Char(' ') + word)
            QTest::keyClick(edit, letter.toLatin1());
        report(QStringLiteral("typed %1 %2").arg(m_watch.elapsed()).arg(word));
    }

  private:
    void customerWrites() {
        const QString text = QStringLiteral("Customer %1-%2").arg(m_round).arg(m_keys);
        m_desk.ask([text](Desk &desk) { return desk.receive({1}, text); })
            .then(this, [text](const Result<MessageId> &kept) {
                if (kept)
                    report(QStringLiteral("customer %1").arg(text));
            });
    }

    Stage m_stage;
    Remote<Desk> m_desk;
    int m_round;
    int m_keys = 0;
    QElapsedTimer m_watch;
};

int beTypist(const QString &database, int round) {
    Workplace{.undoSeconds = 1}.write();
    Theme theme(*qApp);
    OpenWindows windows(theme);
    const auto session = windows.open(optionsFor(database));
    if (!session)
        return 1;
    (*session)->window().activateWindow();
    const Typist typist((*session)->window(), (*session)->desk(), round);
    return QApplication::exec();
}

//! What a killed program had said it did.
struct Diary {
    QStringList sent;                          //!< whole replies
    QStringList customers;                     //!< that the desk had confirmed
    QVector<std::pair<qint64, QString>> typed; //!< milliseconds, word
    TicketId restored;
};

Diary diaryOf(const QByteArray &output) {
    Diary diary;
    for (const QByteArray &line : output.split('\n')) {
        if (!output.endsWith('\n') && output.endsWith(line))
            continue; // cut off in the middle
        const QString text = QString::fromUtf8(line);
        const QString rest = text.section(QLatin1Char(' '), 1);
        if (text.startsWith(QLatin1String("sent ")))
            diary.sent += rest;
        else if (text.startsWith(QLatin1String("customer ")))
            diary.customers += rest;
        else if (text.startsWith(QLatin1String("restored ")))
            diary.restored = {rest.toLongLong()};
        else if (text.startsWith(QLatin1String("typed ")))
            diary.typed += {rest.section(QLatin1Char(' '), 0, 0).toLongLong(), rest.section(QLatin1Char(' '), 1)};
    }
    return diary;
}

//! Every word an agent ever typed that is anywhere now, as often as it is there.
QStringList wordsIn(const Stores &stores, TicketId ticket) {
    QStringList words = stores.settings.value(draftKey(ticket))->split(QLatin1Char(' '));
    const auto held = readHeld(stores.settings);
    for (const HeldReply &reply : *held)
        words += reply.text.split(QLatin1Char(' '));
    const auto messages = stores.conversations.messages({1}, {}, 1'000'000);
    for (const Message &message : *messages) {
        if (message.author == Author::Agent)
            words += message.text.split(QLatin1Char(' '));
    }
    QStringList parts;
    for (const QString &word : words)
        parts += word.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return parts;
}

} // namespace

class KilledProgramTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldLoseAtMostTheLastSecondOfTyping();

  private:
    QByteArray runAndKill(const QString &database, int round);
    void compare(const Diary &diary, const Stores &stores);

    QRandomGenerator m_random{20'26};
    TicketId m_ticket;
};

QByteArray KilledProgramTest::runAndKill(const QString &database, int round) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--typist"), database, QString::number(round)});
    QByteArray output;
    const auto read = [&](int milliseconds) {
        process.waitForReadyRead(milliseconds);
        output += process.readAllStandardOutput();
    };
    const QDeadlineTimer net(60'000);
    while (!output.contains("typed ") && !net.hasExpired() && process.state() != QProcess::NotRunning)
        read(1000);
    const QDeadlineTimer moment(int(m_random.bounded(200, 2500)));
    while (!moment.hasExpired())
        read(int(moment.remainingTime()));
    process.kill(); // SIGKILL
    process.waitForFinished();
    return output + process.readAllStandardOutput();
}

void KilledProgramTest::compare(const Diary &diary, const Stores &stores) {
    QCOMPARE(diary.restored, m_ticket);
    const QStringList words = wordsIn(stores, m_ticket);
    QVERIFY(!diary.typed.isEmpty());
    const qint64 end = diary.typed.last().first;
    for (const auto &[at, word] : diary.typed) {
        const qsizetype times = words.count(word);
        QVERIFY2(times <= 1, qPrintable(word + QStringLiteral(" is there more than once")));
        QVERIFY2(times == 1 || at > end - 1000, qPrintable(QStringLiteral("%1 is lost").arg(word)));
    }
    QStringList written;
    const auto messages = stores.conversations.messages({1}, {}, 1'000'000);
    for (const Message &message : *messages) {
        if (message.author == Author::Customer)
            written += message.text;
    }
    for (const QString &text : diary.customers)
        QCOMPARE(written.count(text), 1);
}

void KilledProgramTest::shouldLoseAtMostTheLastSecondOfTyping() {
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("desk.db"));
    {
        // GIVEN a ticket that an agent has on the screen
        const auto services = Services::open(optionsFor(database));
        QVERIFY(services);
        Desk &desk = *(*services)->desk;
        const auto conversation = desk.open({.name = QStringLiteral("Maya")});
        QCOMPARE(conversation->id, ConversationId{1});
        QVERIFY(desk.receive(conversation->id, QLatin1String(unknown)));
        QVERIFY(desk.askForPerson(conversation->id));
        const auto tickets = desk.stores().tickets.tickets({.openOnly = true});
        QCOMPARE(tickets->size(), 1);
        m_ticket = tickets->first().id;
        QWidget window;
        ScreenMemory(
            database, [this] { return Screen{.page = QStringLiteral("desk"), .ticket = m_ticket}; }, &window)
            .keep();
        QSettings().sync();
    }
    const int rounds = qEnvironmentVariableIsSet("RELAYDESK_DEEP") ? 100 : 5;
    for (int round = 1; round <= rounds; ++round) {
        // WHEN the program is killed in the middle of it
        const Diary diary = diaryOf(runAndKill(database, round));
        // THEN what the file holds agrees with what was typed, sent and confirmed
        const auto storage = SqliteStores::open(database, OpenMode::ReadOnly);
        QVERIFY(storage);
        compare(diary, (*storage)->stores());
        if (QTest::currentTestFailed()) {
            qWarning("in round %d", round);
            return;
        }
    }
    // AND once the program has run again, nothing is held any more: every reply has gone out
    const auto services = Services::open(optionsFor(database));
    QVERIFY(services);
    QTRY_VERIFY_WITH_TIMEOUT(readHeld((*services)->desk->stores().settings)->isEmpty(), patience);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    const bool isTypist = argc == 4 && qstrcmp(argv[1], "--typist") == 0;
    const QTemporaryDir home;
    if (!isTypist) {
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(QStringLiteral("config"))));
        qputenv("RELAYDESK_ENCODER_DIR", QFile::encodeName(home.filePath(QStringLiteral("no-encoder"))));
        qunsetenv("HF_TOKEN");
    }
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    if (isTypist)
        return relaydesk::beTypist(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    relaydesk::KilledProgramTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "killedprogram_test.moc"
