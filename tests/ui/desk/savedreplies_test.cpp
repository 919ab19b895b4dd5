// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Saved replies on the real pane and a real desk: made and changed in their window, found by "/", run, taken back.
#include "models/desk/macrobook.h"
#include "tests/ui/desk/panestage.h"
#include "ui/desk/replybar.h"
#include "ui/macros/savedreplies.h"
#include "ui/widgets/command.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/noticebar.h"
#include "ui/writing/completionlist.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace relaydesk {

namespace {

struct Stage : PaneStage {
    Stage() : PaneStage(DeskRoom::unknown, false) {}
    int save(const Macro &macro) { return MacroBook(*room.desk).save(macro).value_or(Macro{}).id; }
    void open() {
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.open(room.ticket().id);
        QTRY_VERIFY(edit().isEnabled());
        edit().setFocus();
        QTRY_VERIFY(edit().hasFocus());
    }
    QDialog *dialog(const char *name) const { return find<QDialog>(name); }
    void write(const char *name, const QString &text) const {
        auto *edit = find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    ComposerEdit &edit() const { return *find<ComposerEdit>("agentComposer"); }
    CompletionList &list() const { return *find<CompletionList>("completions"); }
    QStringList offered() const {
        QStringList texts;
        for (int row = 0; list().isVisible() && row < list().count(); ++row)
            texts += list().item(row)->text();
        return texts;
    }
    QString says() const { return find<NoticeBar>("macroSays")->sentence(); }
    Ticket ticket() { return *room.stores().tickets.ticket(TicketId{1}); }
    QVector<Macro> macros() { return *readMacros(room.stores().settings); }
};

} // namespace

class SavedRepliesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldOfferThemFilledInWhileTyping();
    void shouldInsertWhereTheSlashWasAndDoTheRest();
    void shouldAskForWhatIsMissing();
    void shouldStackOneOnTheOther();
    void shouldLetAPersonSayWhenToSendAndResolve_data();
    void shouldLetAPersonSayWhenToSendAndResolve();
    void shouldRunFromACommandOfItsOwn();
    void shouldMakeChangeAndDelete();
    void shouldSayWhyOneCannotBeSaved();
    void shouldKeepWhatIsTypedWhileAnotherIsLookedAt();
    void shouldNotLoseUnsavedChangesByClosing();
    void shouldShowHowItReadsToThisCustomer();
    void shouldPassThemOnAsAFile();
    void shouldChangeNothingInAReadOnlyDesk();
};

void SavedRepliesTest::shouldOfferThemFilledInWhileTyping() {
    // GIVEN two saved replies
    Stage stage;
    stage.save({.name = u"Refund sent"_qs, .shortcut = u"refund"_qs, .text = u"Hi {{customer.first}}, it is sent."_qs});
    stage.save({.name = u"Spam"_qs, .actions = {{MacroDeed::Tag, u"spam"_qs}}});
    stage.open();
    // WHEN "/" is typed, THEN both are offered, the text with this customer's name in it
    QTest::keyClicks(&stage.edit(), QStringLiteral("/"));
    QTRY_COMPARE(stage.offered().size(), 3); // the last one leads to all of them
    QVERIFY2(stage.offered().first().contains(u"Hi Maya, it is sent."_qs), qPrintable(stage.offered().first()));
    QVERIFY2(stage.offered().at(1).contains(u"tags spam"_qs), qPrintable(stage.offered().at(1)));
    // AND more letters leave those that fit
    QTest::keyClicks(&stage.edit(), QStringLiteral("ref"));
    QTRY_COMPARE(stage.offered().size(), 1);
    // AND the button begins the same
    QTest::keyClick(&stage.edit(), Qt::Key_Escape);
    stage.edit().clear();
    QVERIFY(stage.click("openReplies"));
    QTRY_COMPARE(stage.offered().size(), 3);
}

void SavedRepliesTest::shouldInsertWhereTheSlashWasAndDoTheRest() {
    Stage stage;
    stage.save({.name = u"Refund sent"_qs,
                .shortcut = u"refund"_qs,
                .text = u"It is **sent**, {{customer.first}}."_qs,
                .actions = {{MacroDeed::Tag, u"refund"_qs}, {MacroDeed::Priority, u"high"_qs}}});
    stage.open();
    const Ticket before = stage.ticket();
    QSignalSpy done(&stage.actions, &TicketActions::done);
    // WHEN it is chosen in the middle of a text
    QTest::keyClicks(&stage.edit(), QStringLiteral("Hello. /ref"));
    QTRY_COMPARE(stage.offered().size(), 1);
    QTest::keyClick(&stage.edit(), Qt::Key_Return);
    // THEN its text stands there, and its actions are done as one deed
    QTRY_COMPARE(stage.edit().text(), u"Hello. It is **sent**, Maya."_qs);
    QCOMPARE(stage.ticket().tags, QStringList{u"refund"_qs});
    QCOMPARE(stage.ticket().priority, Priority::High);
    QCOMPARE(done.size(), 1);
    // AND one undo takes them back
    stage.actions.undo();
    QTRY_COMPARE(stage.ticket(), before);
}

void SavedRepliesTest::shouldAskForWhatIsMissing() {
    Stage stage;
    stage.save({.name = u"Order"_qs,
                .text = u"Your order {{ask:Order number}} is on its way."_qs,
                .actions = {{MacroDeed::Note, u"Looked up {{ask:Order number}}"_qs}}});
    stage.open();
    QTest::keyClicks(&stage.edit(), QStringLiteral("/order"));
    QTRY_COMPARE(stage.offered().size(), 1);
    QTest::keyClick(&stage.edit(), Qt::Key_Return);
    QTRY_VERIFY(stage.dialog("macroQuestion"));
    // THEN nothing goes on before it is answered, and the preview reads as the customer will
    QVERIFY(!stage.click("macroInsert"));
    QTest::keyClicks(stage.find<QLineEdit>("macroAnswer1"), u"1042"_qs);
    QCOMPARE(stage.find<MarkdownPreview>("macroPreview")->markdown(), u"Your order 1042 is on its way."_qs);
    QVERIFY(stage.find<QLabel>("macroDoes")->text().contains(u"notes"_qs));
    QVERIFY(stage.click("macroInsert"));
    QTRY_COMPARE(stage.edit().text(), u"Your order 1042 is on its way."_qs);
    QCOMPARE(stage.room.events(EventKind::Noted).last().data.value(u"text"_qs).toString(), u"Looked up 1042"_qs);
}

void SavedRepliesTest::shouldStackOneOnTheOther() {
    // GIVEN one that greets and tags, one that has to ask, and one that says good-bye
    Stage stage;
    stage.save({.name = u"Greeting"_qs,
                .shortcut = u"hi"_qs,
                .text = u"Hi {{customer.first}},"_qs,
                .actions = {{MacroDeed::Tag, u"greeted"_qs}}});
    stage.save({.name = u"Order"_qs,
                .text = u"Your order {{ask:Order number}} is on its way."_qs,
                .actions = {{MacroDeed::Tag, u"order"_qs}, {MacroDeed::Priority, u"high"_qs}}});
    const int bye = stage.save({.name = u"Good-bye"_qs, .text = u"Best regards,  \n{{agent.first}}"_qs});
    stage.open();
    // WHEN they are applied one after the other: by "/", by "/" with a question, by a command
    QTest::keyClicks(&stage.edit(), QStringLiteral("/hi"));
    QTRY_COMPARE(stage.offered().size(), 1);
    QTest::keyClick(&stage.edit(), Qt::Key_Return);
    QTRY_COMPARE(stage.edit().text(), u"Hi Maya,"_qs);
    QTest::keyClicks(&stage.edit(), QStringLiteral(" /ord"));
    QTRY_COMPARE(stage.offered().size(), 1);
    QTest::keyClick(&stage.edit(), Qt::Key_Return);
    QTRY_VERIFY(stage.dialog("macroQuestion"));
    QTest::keyClicks(stage.find<QLineEdit>("macroAnswer1"), u"1042"_qs);
    QVERIFY(stage.click("macroInsert"));
    QTRY_COMPARE(stage.edit().text(), u"Hi Maya, Your order 1042 is on its way."_qs);
    const QString name = QStringLiteral("macro.%1").arg(bye);
    QTRY_VERIFY(stage.pane.findChild<Command *>(name));
    stage.pane.findChild<Command *>(name)->trigger();
    // THEN the texts stand in this order, and what each does is done
    QTRY_COMPARE(stage.edit().text(), u"Hi Maya, Your order 1042 is on its way.\n\nBest regards,  \nAnna"_qs);
    QCOMPARE(stage.ticket().tags, (QStringList{u"greeted"_qs, u"order"_qs}));
    QCOMPARE(stage.ticket().priority, Priority::High);
    // AND it is taken back one by one
    stage.actions.undo();
    QTRY_COMPARE(stage.ticket().tags, QStringList{u"greeted"_qs});
    QCOMPARE(stage.ticket().priority, Priority::Normal);
    stage.actions.undo();
    QTRY_COMPARE(stage.ticket().tags, QStringList());
}

void SavedRepliesTest::shouldLetAPersonSayWhenToSendAndResolve_data() {
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<bool>("isSent");
    QTest::newRow("insert") << QByteArray("macroInsert") << false;
    QTest::newRow("send") << QByteArray("macroSend") << true;
    QTest::newRow("cancel") << QByteArray("macroCancel") << false;
}

void SavedRepliesTest::shouldLetAPersonSayWhenToSendAndResolve() {
    QFETCH(QByteArray, button);
    QFETCH(bool, isSent);
    Stage stage;
    stage.save({.name = u"Solved"_qs,
                .text = u"The second charge is refunded."_qs,
                .actions = {{MacroDeed::Resolve, u"without learning"_qs}}});
    stage.open();
    QTest::keyClicks(&stage.edit(), QStringLiteral("/solved"));
    QTRY_COMPARE(stage.offered().size(), 1);
    QTest::keyClick(&stage.edit(), Qt::Key_Tab);
    QTRY_VERIFY(stage.dialog("macroQuestion"));
    QVERIFY(stage.ticket().isOpen());
    QVERIFY(stage.click(button.constData()));
    if (!isSent) {
        QTRY_COMPARE(stage.edit().text(), button == "macroInsert" ? u"The second charge is refunded."_qs : QString());
        QVERIFY(stage.ticket().isOpen());
        return;
    }
    // THEN it can still be taken back like any reply, and then it is out
    const auto held = [&stage] { return *readHeld(stage.room.stores().settings); };
    QTRY_COMPARE(held().size(), 1);
    QVERIFY(held().first().resolves && !held().first().teaches);
    QCOMPARE(held().first().text, u"The second charge is refunded."_qs);
    QVERIFY(stage.room.desk->held().sendNow(stage.room.anna));
    QTRY_COMPARE(stage.ticket().status, TicketStatus::Resolved);
}

void SavedRepliesTest::shouldRunFromACommandOfItsOwn() {
    Stage stage;
    const int id = stage.save({.name = u"Spam"_qs, .actions = {{MacroDeed::Tag, u"spam"_qs}}});
    stage.open();
    const QByteArray name = "macro." + QByteArray::number(id);
    QTRY_VERIFY(stage.find<Command>(name.constData()));
    auto *command = stage.find<Command>(name.constData());
    QCOMPARE(command->title(), u"Saved reply: Spam"_qs);
    command->trigger();
    QTRY_COMPARE(stage.ticket().tags, QStringList{u"spam"_qs});
}

void SavedRepliesTest::shouldMakeChangeAndDelete() {
    Stage stage;
    stage.open();
    stage.find<Command>("savedReplies")->trigger();
    QTRY_VERIFY(stage.find<QLineEdit>("macroName"));
    // WHEN one is made with an action
    QVERIFY(!stage.find<QAbstractButton>("macroSave")->isEnabled());
    QVERIFY(stage.click("macroNew"));
    stage.write("macroName", u"Refund sent"_qs);
    stage.write("macroShortcut", u"refund"_qs);
    QTest::keyClicks(stage.find<QPlainTextEdit>("macroText"), u"It is sent."_qs);
    QVERIFY(stage.click("addAction"));
    stage.write("actionValue1", u"money"_qs);
    QVERIFY(stage.click("macroSave"));
    // THEN it is kept, and can be run at once
    QTRY_COMPARE(stage.macros().size(), 1);
    QCOMPARE(stage.macros().first().text, u"It is sent."_qs);
    QCOMPARE(stage.macros().first().actions, (QVector<MacroAction>{{MacroDeed::Tag, u"money"_qs}}));
    QTRY_VERIFY(stage.find<QAbstractButton>("macroUse")->isEnabled());
    QTRY_VERIFY(stage.find<Command>("macro.1"));
    // WHEN it is changed, THEN that is its next version
    QTRY_VERIFY(stage.click("removeAction1"));
    stage.write("macroName", u"Refunded"_qs);
    QVERIFY(stage.click("macroSave"));
    QTRY_COMPARE(stage.macros().first().name, u"Refunded"_qs);
    QCOMPARE(stage.macros().first().version, 2);
    QVERIFY(stage.macros().first().actions.isEmpty());
    // WHEN it is deleted by mistake, THEN it comes back
    QTRY_VERIFY(stage.says().contains(u"saved"_qs));
    QVERIFY(stage.click("macroDelete"));
    QTRY_VERIFY(stage.macros().isEmpty());
    QTRY_VERIFY(!stage.find<Command>("macro.1"));
    QVERIFY(stage.click("macroBringBack"));
    QTRY_COMPARE(stage.macros().size(), 1);
    QCOMPARE(stage.macros().first().text, u"It is sent."_qs);
}

void SavedRepliesTest::shouldSayWhyOneCannotBeSaved() {
    Stage stage;
    stage.save({.name = u"Welcome"_qs, .text = u"Hello."_qs});
    stage.open();
    stage.find<Command>("savedReplies")->trigger();
    QTRY_COMPARE(stage.find<QLineEdit>("macroName")->text(), u"Welcome"_qs);
    QVERIFY(stage.click("macroNew"));
    stage.write("macroName", u"welcome"_qs);
    QTest::keyClicks(stage.find<QPlainTextEdit>("macroText"), u"Hi."_qs);
    QVERIFY(stage.click("macroSave"));
    QTRY_VERIFY2(stage.says().contains(u"Nothing was saved"_qs), qPrintable(stage.says()));
    QCOMPARE(stage.macros().size(), 1);
    QCOMPARE(stage.find<QPlainTextEdit>("macroText")->toPlainText(), u"Hi."_qs); // what was typed is still there
}

void SavedRepliesTest::shouldKeepWhatIsTypedWhileAnotherIsLookedAt() {
    Stage stage;
    stage.save({.name = u"First"_qs, .text = u"One."_qs});
    stage.save({.name = u"Second"_qs, .text = u"Two."_qs});
    stage.open();
    stage.find<Command>("savedReplies")->trigger();
    auto *list = [&] { return stage.find<QListWidget>("macroList"); }();
    QTRY_COMPARE(list->count(), 2);
    auto *text = stage.find<QPlainTextEdit>("macroText");
    QTest::keyClicks(text, u"Really "_qs);
    list->setCurrentRow(1);
    QCOMPARE(text->toPlainText(), u"Two."_qs);
    list->setCurrentRow(0);
    QCOMPARE(text->toPlainText(), u"Really One."_qs);
    QVERIFY(!stage.find<QAbstractButton>("macroUse")->isEnabled()); // what would be run is not what is seen
}

void SavedRepliesTest::shouldNotLoseUnsavedChangesByClosing() {
    Stage stage;
    stage.save({.name = u"First"_qs, .text = u"One."_qs});
    stage.open();
    stage.find<Command>("savedReplies")->trigger();
    QTRY_COMPARE(stage.find<QLineEdit>("macroName")->text(), u"First"_qs);
    QTest::keyClicks(stage.find<QPlainTextEdit>("macroText"), u"Really "_qs);
    // WHEN it is closed, THEN it says what is not saved, and stays
    QTest::keyClick(stage.dialog("savedRepliesDialog"), Qt::Key_Escape);
    QVERIFY(stage.dialog("savedRepliesDialog")->isVisible());
    QVERIFY2(stage.says().contains(u"First"_qs), qPrintable(stage.says()));
    // WHEN that is meant, THEN it closes
    QVERIFY(stage.click("macroDiscard"));
    QTRY_VERIFY(!stage.dialog("savedRepliesDialog"));
    QCOMPARE(stage.macros().first().text, u"One."_qs);
}

void SavedRepliesTest::shouldShowHowItReadsToThisCustomer() {
    Stage stage;
    stage.save({.name = u"Hello"_qs, .text = u"Dear {{customer.name}}, order {{ask:Number}}"_qs});
    stage.open();
    stage.find<Command>("savedReplies")->trigger();
    QTRY_COMPARE(stage.find<MarkdownPreview>("macroTried")->markdown(),
                 u"Dear Maya Lindqvist, order {{ask:Number}}"_qs);
    QVERIFY(stage.find<QLabel>("macroAsks")->text().contains(u"Number"_qs));
    // WHEN it is tried, THEN the window makes room for what it asks
    QTRY_VERIFY(stage.find<QAbstractButton>("macroUse")->isEnabled());
    QVERIFY(stage.click("macroUse"));
    QTRY_VERIFY(stage.dialog("macroQuestion"));
    QTRY_VERIFY(!stage.dialog("savedRepliesDialog"));
}

void SavedRepliesTest::shouldPassThemOnAsAFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"replies.json"_qs);
    const auto chooseFile = [&path](Stage &stage, const char *button) {
        QVERIFY(stage.click(button));
        auto *files = stage.find<QFileDialog>("macroFiles");
        QVERIFY(files);
        emit files->fileSelected(path);
        delete files;
    };
    {
        Stage stage;
        stage.save({.name = u"Hello"_qs, .text = u"Hello."_qs});
        stage.open();
        stage.find<Command>("savedReplies")->trigger();
        QTRY_COMPARE(stage.find<QListWidget>("macroList")->count(), 1);
        chooseFile(stage, "macroExport");
        QTRY_VERIFY2(stage.says().contains(u"1"_qs), qPrintable(stage.says()));
    }
    Stage other;
    other.open();
    other.find<Command>("savedReplies")->trigger();
    QTRY_VERIFY(other.find<QLineEdit>("macroName"));
    chooseFile(other, "macroImport");
    QTRY_COMPARE(other.macros().size(), 1);
    QTRY_VERIFY(other.find<QListWidget>("macroList")->count() >= 1);
}

void SavedRepliesTest::shouldChangeNothingInAReadOnlyDesk() {
    Stage stage;
    stage.save({.name = u"Hello"_qs, .text = u"Hello."_qs});
    SavedReplies dialog(stage.theme, Remote<Desk>(*stage.room.desk), {{}, stage.room.anna, true}, &stage.pane);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QTRY_COMPARE(dialog.findChild<QLineEdit *>(u"macroName"_qs)->text(), u"Hello"_qs);
    for (const char *name : {"macroNew", "macroImport", "macroDelete", "macroSave", "macroUse"})
        QVERIFY2(!dialog.findChild<QAbstractButton *>(QLatin1String(name))->isEnabled(), name);
    QVERIFY(dialog.findChild<QPlainTextEdit *>(u"macroText"_qs)->isReadOnly());
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::SavedRepliesTest)
#include "savedreplies_test.moc"
