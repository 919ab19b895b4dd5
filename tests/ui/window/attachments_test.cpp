// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files that are dropped, pasted and chosen: sent with a reply, read by both sides, refused in words, never lost.
#include "models/desk/heldreply.h"
#include "tests/stories/waitingcustomers.h"
#include "ui/files/attachmentbar.h"
#include "ui/widgets/composeredit.h"
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

class AttachmentsTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldSendWhatWasDroppedWithTheReply();
    void shouldPasteAPictureAndShowIt();
    void shouldRefuseInWords_data();
    void shouldRefuseInWords();
    void shouldKeepWhatIsAttachedToADraft();
    void shouldPutItBackWithAReplyThatIsTakenBack();
    void shouldAttachToTheTicketItWasDroppedOn();
    void shouldLetTheCustomerSendAFile();
    void shouldSaveAFileThatWasReceived();

  private:
    QString make(const QString &name, const QByteArray &bytes) const;
    void drop(const char *edit, const QStringList &paths) const;
    void openTicket(int row);
    QStringList attached() const;
    QVector<Event> uploads() const;

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
    QVector<TicketId> m_tickets;
    QTemporaryDir m_folder;
};

void AttachmentsTest::init() {
    QSettings().clear();
    m_stage.reset();
    m_story = std::make_unique<DeskStory>();
    m_tickets = seat(*m_story, {{QStringLiteral("Maya Chen"), QStringLiteral("My dishwasher sings at night")},
                                {QStringLiteral("Jonas Ohlin"), QStringLiteral("The lawn mower refuses to start")}});
    m_stage = std::make_unique<Stage>(m_story->open());
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    m_stage->dismissErrors();
    openTicket(0);
}

QString AttachmentsTest::make(const QString &name, const QByteArray &bytes) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void AttachmentsTest::drop(const char *edit, const QStringList &paths) const {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QWidget *viewport = m_stage->find<QPlainTextEdit>(edit)->viewport();
    const QPoint middle = viewport->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &event);
}

void AttachmentsTest::openTicket(int row) {
    QVERIFY(m_stage->clickRow("queue", row));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find("agentComposer")->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->texts("ticketTranscript").isEmpty(), patience);
}

QStringList AttachmentsTest::attached() const {
    QStringList names;
    for (const SentFile &file : m_stage->find<AttachmentBar>("attachments")->files())
        names += file.name;
    return names;
}

QVector<Event> AttachmentsTest::uploads() const {
    return m_story->inFile([](const Stores &stores) {
        return stores.events.events({.kinds = {EventKind::Uploaded}}).value_or(QVector<Event>());
    });
}

void AttachmentsTest::shouldSendWhatWasDroppedWithTheReply() {
    // WHEN two files are dropped, one is taken away again, and the reply is sent
    drop("agentComposer", {make(u"manual.pdf"_qs, "%PDF-1.4 manual"), make(u"notes.txt"_qs, "Clean the filter.")});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 2, patience);
    QVERIFY(m_stage->click("removeAttached1"));
    QTRY_COMPARE_WITH_TIMEOUT(attached(), QStringList{u"notes.txt"_qs}, patience);
    QVERIFY(m_stage->click("agentSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->error().contains(u"a few words"_qs), patience); // not without words
    QCOMPARE(attached(), QStringList{u"notes.txt"_qs});
    m_stage->type("agentComposer", u"Here is how."_qs);
    QVERIFY(m_stage->click("agentSend"));
    // THEN it stands in the conversation as the agent's, and nothing is attached any more
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last("ticketTranscript").startsWith(u"notes.txt"_qs), patience);
    QVERIFY(attached().isEmpty());
    QCOMPARE(uploads().size(), 1);
    QVERIFY(uploads().first().agent.isValid());
    const auto *view = m_stage->find<QAbstractItemView>("ticketTranscript");
    const QModelIndex last = view->model()->index(view->model()->rowCount() - 1, 0);
    QCOMPARE(last.data(MessageListModel::AuthorRole).value<Author>(), Author::Agent);
    QVERIFY(QFile::exists(m_story->path() + u".files"_qs));
}

void AttachmentsTest::shouldPasteAPictureAndShowIt() {
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    m_stage->find<QPlainTextEdit>("agentComposer")->paste();
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 1, patience);
    QVERIFY(attached().first().endsWith(u".png"_qs));
    // WHEN it is looked at, THEN the picture is seen
    QVERIFY(m_stage->click("attached1"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().findChild<QDialog *>(u"fileView"_qs), patience);
    QCOMPARE(m_stage->find<QLabel>("filePicture")->pixmap().size(), picture.size());
    m_stage->find<QDialog>("fileView")->close();
}

void AttachmentsTest::shouldRefuseInWords_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"is empty"_qs;
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\0\1",
                                             6)
                               << u"none of them"_qs;
    QTest::newRow("too large") << QByteArray(10 * 1024 * 1024 + 1, 'x') << u"larger than 10"_qs;
}

void AttachmentsTest::shouldRefuseInWords() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    drop("agentComposer", {make(u"thing.png"_qs, bytes)});
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->error().contains(why), patience);
    QVERIFY2(m_stage->error().contains(u"thing.png"_qs), qPrintable(m_stage->error()));
    QVERIFY(attached().isEmpty());
}

void AttachmentsTest::shouldKeepWhatIsAttachedToADraft() {
    drop("agentComposer", {make(u"notes.txt"_qs, "Clean the filter.")});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 1, patience);
    const QString key = QStringLiteral("draft.%1.files").arg(m_tickets[0].value);
    QTRY_VERIFY_WITH_TIMEOUT(m_story->inFile([&](const Stores &stores) {
        return stores.settings.value(key).value_or(QString()).contains(u"notes.txt"_qs) ||
               stores.settings.value(QStringLiteral("draft.%1.files").arg(m_tickets[1].value))
                   .value_or(QString())
                   .contains(u"notes.txt"_qs);
    }),
                             patience);
    // WHEN the program begins anew
    m_story->end();
    m_stage = std::make_unique<Stage>(m_story->open());
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    openTicket(0);
    QTRY_COMPARE_WITH_TIMEOUT(attached(), QStringList{u"notes.txt"_qs}, patience);
}

void AttachmentsTest::shouldPutItBackWithAReplyThatIsTakenBack() {
    Workplace{.undoSeconds = 60}.write();
    drop("agentComposer", {make(u"notes.txt"_qs, "Clean the filter.")});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 1, patience);
    m_stage->type("agentComposer", u"Here is how."_qs);
    QVERIFY(m_stage->click("agentSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("sendingBar"), patience);
    QVERIFY(attached().isEmpty());
    QVERIFY(m_stage->click("undoSend"));
    QTRY_COMPARE_WITH_TIMEOUT(attached(), QStringList{u"notes.txt"_qs}, patience);
    QVERIFY(uploads().isEmpty());
}

void AttachmentsTest::shouldAttachToTheTicketItWasDroppedOn() {
    // WHEN another ticket is opened before the file is read
    drop("agentComposer", {make(u"notes.txt"_qs, "Clean the filter.")});
    openTicket(1);
    // THEN it is attached to the first one, and not to this
    openTicket(0);
    QTRY_COMPARE_WITH_TIMEOUT(attached(), QStringList{u"notes.txt"_qs}, patience);
    openTicket(1);
    QTRY_VERIFY_WITH_TIMEOUT(attached().isEmpty(), patience);
}

void AttachmentsTest::shouldLetTheCustomerSendAFile() {
    drop("customerComposer", {make(u"photo.txt"_qs, "A picture in words.")});
    QTRY_COMPARE_WITH_TIMEOUT(uploads().size(), 1, patience);
    QVERIFY(!uploads().first().agent.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last("customerTranscript").startsWith(u"photo.txt"_qs), patience);
}

void AttachmentsTest::shouldSaveAFileThatWasReceived() {
    drop("agentComposer", {make(u"notes.txt"_qs, "Clean the filter.")});
    QTRY_COMPARE_WITH_TIMEOUT(attached().size(), 1, patience);
    QVERIFY(m_stage->click("attached1"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().findChild<QDialog *>(u"fileView"_qs), patience);
    QCOMPARE(m_stage->find<QPlainTextEdit>("fileText")->toPlainText(), u"Clean the filter."_qs);
    QVERIFY(m_stage->click("saveFile"));
    auto *dialog = m_stage->find<QFileDialog>("saveFileDialog");
    QVERIFY(dialog);
    const QString path = m_folder.filePath(u"saved.txt"_qs);
    emit dialog->fileSelected(path);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("Clean the filter."));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::AttachmentsTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "attachments_test.moc"
