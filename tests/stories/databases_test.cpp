// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which database a window works on: the first start, sandboxes beside the real one, read-only, backups, closing.
#include "app/attachedfiles.h"
#include "app/services.h"
#include "app/storage/writelock.h"
#include "tests/stories/deskstory.h"
#include "ui/widgets/workbar.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr const char *customer = "customerTranscript";
const QString question = QStringLiteral("Where is the moon?");

QVector<Article> knowledge() {
    return {{.title = question,
             .answer = QStringLiteral("Up there, a little to the left."),
             .phrasings = {{.text = QStringLiteral("find the moon")}}}};
}

int articlesIn(const Stores &stores) { return int(stores.articles.articles(ArticleStatus::Live)->size()); }
int conversationsIn(const Stores &stores) { return int(stores.conversations.conversations({})->size()); }

QByteArray bytesOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DatabasesTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldOfferTheSampleKnowledgeOnTheFirstStart();
    void shouldKeepASandboxApartFromTheRealDesk();
    void shouldOfferNothingToWriteWhenReadOnly();
    void shouldNotOpenOneDatabaseTwice();
    void shouldStayWithTheOpenDatabaseWhenAnotherIsNone();
    void shouldNotWaitForADatabaseThatAnotherProgramWrites();
    void shouldGoOverToAnotherDatabase();
    void shouldWriteABackupThatCanBeOpened();
    void shouldLeaveABackupOff();
    void shouldAskBeforeAnUnsavedArticleIsLost();
    void shouldTellOfATicketThatArrivesElsewhere();

  private:
    void choose(const Stage &stage, const char *action, const char *dialog, const QString &file);

    std::unique_ptr<DeskStory> m_story;
};

void DatabasesTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
}

//! A file in one of the File menu's dialogs.
void DatabasesTest::choose(const Stage &stage, const char *action, const char *dialog, const QString &file) {
    stage.window().findChild<QAction *>(QLatin1String(action))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(dialog), patience);
    auto *asked = stage.find<QFileDialog>(dialog);
    emit asked->fileSelected(file);
    asked->reject();
}

void DatabasesTest::shouldOfferTheSampleKnowledgeOnTheFirstStart() {
    // GIVEN a database that is not there yet
    const Stage stage(m_story->open());
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("welcomeBar"), patience);
    stage.dismissErrors();
    // WHEN the offer is taken
    QVERIFY(stage.click("welcomeSample"));
    // THEN it is away, and the knowledge is there
    QTRY_VERIFY_WITH_TIMEOUT(!stage.shows("welcomeBar"), patience);
    QCOMPARE(m_story->inFile(articlesIn), int(sampleKnowledge()->size()));
    QVERIFY2(stage.error().isEmpty(), qPrintable(stage.error()));
    // THEN the next start offers nothing
    stage.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().empty(), patience);
    const Stage again(m_story->open());
    again.window().showPage(QStringLiteral("knowledge"));
    QTRY_VERIFY_WITH_TIMEOUT(again.shows("articleSearch"), patience);
    again.window().showPage(QStringLiteral("desk"));
    QVERIFY(!again.shows("welcomeBar"));
}

void DatabasesTest::shouldKeepASandboxApartFromTheRealDesk() {
    // GIVEN a real desk with one article
    QVERIFY(m_story->know(knowledge()));
    const Stage real(m_story->open());
    // WHEN a sandbox is opened beside it, and a customer writes there
    real.window().findChild<QAction *>(QStringLiteral("newSandbox"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_story->windows().sessions().size(), size_t(2), patience);
    WindowSession &session = *m_story->windows().sessions().back();
    const QString file = session.options().database;
    const Stage sandbox(&session.window());
    QVERIFY(QTest::qWaitForWindowExposed(&sandbox.window()));
    QVERIFY(sandbox.window().windowTitle().contains(QStringLiteral("sandbox")));
    QTRY_VERIFY_WITH_TIMEOUT(!sandbox.shows("welcomeBar"), patience);
    sandbox.type("customerComposer", QStringLiteral("Is this real?"));
    QVERIFY(sandbox.click("customerSend"));
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.texts(customer).size() > 1, patience);
    // THEN nothing of it is in the real one
    QCOMPARE(m_story->inFile(articlesIn), 1);
    QCOMPARE(m_story->inFile(conversationsIn), 0);
    QVERIFY(real.texts(customer).isEmpty());
    // WHEN it is closed THEN it leaves no trace, and the real one works on
    QVERIFY(QFile::exists(file));
    sandbox.window().close();
    QTRY_COMPARE_WITH_TIMEOUT(m_story->windows().sessions().size(), size_t(1), patience);
    QVERIFY(!QFile::exists(file));
    real.type("customerComposer", question);
    QVERIFY(real.click("customerSend"));
    QTRY_VERIFY_WITH_TIMEOUT(real.last(customer).contains(QStringLiteral("to the left")), patience);
}

void DatabasesTest::shouldOfferNothingToWriteWhenReadOnly() {
    // GIVEN a database with a conversation and a ticket
    QVERIFY(m_story->know(knowledge()));
    {
        auto services = Services::open(m_story->options());
        QVERIFY(services.has_value());
        const auto opened = (*services)->desk->open({.name = QStringLiteral("Maya Chen")});
        QVERIFY((*services)->desk->askForPerson(opened->id).has_value());
    }
    const QByteArray before = bytesOf(m_story->path());
    // WHEN an analyst opens it read-only
    LaunchOptions options = m_story->options();
    options.readOnly = true;
    const Stage stage(m_story->open(options));
    stage.dismissErrors();
    QVERIFY(stage.window().windowTitle().contains(QStringLiteral("read-only")));
    QTRY_COMPARE_WITH_TIMEOUT(stage.waiting(), 1, patience);
    QVERIFY(stage.clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("ticketTranscript"), patience);
    // THEN everything can be read, and nothing offers to write
    for (const char *control : {"customerComposer", "customerSend", "talkToPerson", "newCustomer", "agentComposer",
                                "agentSend", "sendAndResolve", "claim", "resolve", "giveBack", "welcomeBar"})
        QVERIFY2(!stage.shows(control), control);
    QVERIFY(!stage.find("availability")->isEnabled());
    for (const char *page : {"knowledge", "analytics", "settings"}) {
        stage.window().showPage(QLatin1String(page));
        QVERIFY(!stage.window().grab().isNull());
    }
    QVERIFY(!stage.shows("newArticle"));
    QVERIFY2(stage.error().isEmpty(), qPrintable(stage.error()));
    m_story->end();
    QCOMPARE(bytesOf(m_story->path()), before);
}

void DatabasesTest::shouldNotOpenOneDatabaseTwice() {
    // GIVEN an open database
    const Stage stage(m_story->open());
    stage.dismissErrors();
    // WHEN it is opened again, by another way to the same file
    choose(stage, "openDatabase", "databaseDialog",
           m_story->path("../") + QFileInfo(m_story->path()).dir().dirName() + QStringLiteral("/desk.db"));
    // THEN the window stays and says so
    QTRY_VERIFY_WITH_TIMEOUT(stage.error().contains(QStringLiteral("open already")), patience);
    QCOMPARE(m_story->windows().sessions().size(), size_t(1));
    QVERIFY(stage.window().isVisible());
}

void DatabasesTest::shouldStayWithTheOpenDatabaseWhenAnotherIsNone() {
    const Stage stage(m_story->open());
    stage.dismissErrors();
    // GIVEN a file that is no database
    QFile file(m_story->path("letter.db"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    // WHEN it is chosen THEN nothing changes but the sentence
    choose(stage, "openDatabase", "databaseDialog", file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.error().isEmpty(), patience);
    QCOMPARE(m_story->windows().sessions().size(), size_t(1));
    QVERIFY(stage.window().isVisible());
    QCOMPARE(bytesOf(file.fileName()), QByteArray(4096, 'x'));
}

void DatabasesTest::shouldNotWaitForADatabaseThatAnotherProgramWrites() {
    // GIVEN a database that somebody else holds
    QVERIFY(m_story->know(knowledge(), "other.db"));
    WriteLock lock(m_story->path("other.db"));
    QVERIFY(lock.acquire(0).has_value());
    const Stage stage(m_story->open());
    stage.dismissErrors();
    // WHEN it is chosen THEN the sentence names who holds it, and the window is as it was
    choose(stage, "openDatabase", "databaseDialog", m_story->path("other.db"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.error().contains(QStringLiteral("is being written by")), patience);
    QCOMPARE(m_story->windows().sessions().size(), size_t(1));
    // WHEN it is opened for reading instead THEN that works beside the writer
    choose(stage, "openReadOnly", "databaseDialog", m_story->path("other.db"));
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().size() == 1 &&
                                 m_story->windows().sessions().front()->options().readOnly,
                             patience);
}

void DatabasesTest::shouldGoOverToAnotherDatabase() {
    QVERIFY(m_story->know(knowledge(), "other.db"));
    const Stage stage(m_story->open());
    // WHEN another database is chosen
    choose(stage, "openDatabase", "databaseDialog", m_story->path("other.db"));
    // THEN a window on it stands in the place of the first
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().size() == 1 &&
                                 m_story->windows().sessions().front()->options().database == m_story->path("other.db"),
                             patience);
    const Stage other(&m_story->windows().sessions().front()->window());
    QVERIFY(QTest::qWaitForWindowActive(&other.window()));
    other.type("customerComposer", question);
    QVERIFY(other.click("customerSend"));
    QTRY_VERIFY_WITH_TIMEOUT(other.last(customer).contains(QStringLiteral("to the left")), patience);
}

void DatabasesTest::shouldWriteABackupThatCanBeOpened() {
    QVERIFY(m_story->know(knowledge()));
    // GIVEN a file that a customer sent
    const auto sent = AttachedFiles(m_story->path()).keep({.name = u"note.txt"_qs, .path = {}, .bytes = "It hums."});
    QVERIFY(sent);
    const Stage stage(m_story->open());
    // WHEN a backup is made while the desk is open
    choose(stage, "backup", "backupDialog", m_story->path("copy.db"));
    // THEN it holds what the desk holds
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_story->path("copy.db")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_story->inFile(articlesIn, "copy.db"), 1, patience);
    // AND who opens the copy finds the file
    QCOMPARE(AttachedFiles(m_story->path("copy.db")).bytes(sent->upload).value_or(QByteArray()),
             QByteArray("It hums."));
}

void DatabasesTest::shouldLeaveABackupOff() {
    QVERIFY(m_story->know(knowledge()));
    const Stage stage(m_story->open());
    // GIVEN an agent who cancels as soon as the backup has begun
    auto *bar = stage.find<WorkBar>("workBar");
    auto *cancel = bar->findChild<QPushButton *>(QStringLiteral("cancelWork"));
    connect(&stage.window(), &MainWindow::backupWanted, cancel, &QPushButton::click);
    choose(stage, "backup", "backupDialog", m_story->path("copy.db"));
    // THEN it says so, and nothing of it remains
    QTRY_VERIFY_WITH_TIMEOUT(bar->sentence().contains(QStringLiteral("left off")), patience);
    QVERIFY(!QFile::exists(m_story->path("copy.db")) && !QFile::exists(m_story->path("copy.db.partial")));
    // AND the next one is written
    disconnect(&stage.window(), &MainWindow::backupWanted, cancel, nullptr);
    choose(stage, "backup", "backupDialog", m_story->path("copy.db"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_story->path("copy.db")), patience);
}

void DatabasesTest::shouldAskBeforeAnUnsavedArticleIsLost() {
    QVERIFY(m_story->know(knowledge()));
    const Stage stage(m_story->open());
    // GIVEN an article that was changed and not saved
    stage.window().showPage(QStringLiteral("knowledge"));
    QTRY_COMPARE_WITH_TIMEOUT(stage.find<QLineEdit>("articleTitle")->text(), question, patience);
    stage.type("articleTitle", QStringLiteral(" Now"));
    stage.window().showPage(QStringLiteral("desk"));
    // WHEN the window is closed THEN it asks
    stage.window().close();
    QVERIFY(stage.window().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("unsavedQuestion"), patience);
    QVERIFY(stage.click("keepOpen"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("articleTitle"), patience);
    QVERIFY(stage.find<QLineEdit>("articleTitle")->text().contains(QStringLiteral("Now")));
    // WHEN it is closed all the same THEN the stored article is as it was
    stage.window().close();
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("unsavedQuestion"), patience);
    QVERIFY(stage.click("closeAnyway"));
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().empty(), patience);
    QCOMPARE(m_story->inFile(
                 [](const Stores &stores) { return stores.articles.articles(ArticleStatus::Live)->first().title; }),
             question);
}

void DatabasesTest::shouldTellOfATicketThatArrivesElsewhere() {
    QVERIFY(m_story->know(knowledge()));
    const Stage stage(m_story->open());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().agent().name.isEmpty(), patience);
    // GIVEN an agent who reads the knowledge
    stage.window().showPage(QStringLiteral("knowledge"));
    stage.dismissErrors();
    // WHEN a ticket arrives
    WindowSession &session = *m_story->windows().sessions().front();
    session.desk().ask([](Desk &desk) {
        const auto conversation = desk.open({.name = QStringLiteral("Maya Chen")});
        return conversation && desk.askForPerson(conversation->id);
    });
    // THEN the title counts it, and a sentence names it
    QTRY_VERIFY_WITH_TIMEOUT(stage.window().windowTitle().startsWith(QStringLiteral("(1) ")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.error().startsWith(QStringLiteral("A ticket arrived")), patience);
    // WHEN it is resolved and that is taken back, THEN it is open again, and no news
    stage.dismissErrors();
    const AgentId agent = stage.window().agent().id;
    session.desk().ask([agent](Desk &desk) {
        const auto deed = desk.care().together(QStringLiteral("resolved"), {}, agent, [&desk, agent]() -> Result<void> {
            RELAYDESK_TRY(desk.resolve(TicketId{1}, agent));
            return {};
        });
        return deed && desk.care().undo(*deed, agent);
    });
    const auto undone = [this] {
        return m_story->inFile([](const Stores &stores) {
            return stores.events.events({.kinds = {EventKind::Reopened}}).value_or(QVector<Event>()).size();
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(undone(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.window().windowTitle().startsWith(QStringLiteral("(1) ")), patience);
    QVERIFY2(!stage.error().startsWith(QStringLiteral("A ticket arrived")), qPrintable(stage.error()));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::DatabasesTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "databases_test.moc"
