// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The composer by keyboard: marks and lists, the lists behind "/" and "??", notes apart from replies, the preview.
#include "ui/widgets/composeredit.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/writing/agentcomposer.h"
#include "ui/writing/completionlist.h"
#include "ui/writing/markdownkeys.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

class AgentComposerTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldMarkAndUnmark_data();
    void shouldMarkAndUnmark();
    void shouldUndoAMarkInOneStep();
    void shouldMakeLinks_data();
    void shouldMakeLinks();
    void shouldMakeAndUnmakeLists_data();
    void shouldMakeAndUnmakeLists();
    void shouldFormatByKeys();
    void shouldInsertTheChosenCompletion();
    void shouldOpenTheListOnlyAtTheStartOfAWord_data();
    void shouldOpenTheListOnlyAtTheStartOfAWord();
    void shouldLeaveTheListByEscapeAndGoOnWriting();
    void shouldForgetAnswersToOlderLetters();
    void shouldKeepReplyAndNoteApart();
    void shouldPreviewAsTheCustomerSeesIt();

  private:
    ComposerEdit &edit() { return m_composer->edit(); }
    CompletionList &list() { return m_composer->completions(); }
    void press(const char *name) { m_composer->findChild<QAbstractButton *>(QLatin1String(name))->click(); }
    void offer(const QString &mark, bool spaces, const QStringList &titles);

    std::unique_ptr<Theme> m_theme = std::make_unique<Theme>(*qApp);
    std::unique_ptr<QWidget> m_window;
    AgentComposer *m_composer = nullptr;
};

void AgentComposerTest::init() {
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addStretch();
    m_composer = new AgentComposer(*m_theme, m_window.get());
    layout->addWidget(m_composer);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    edit().setFocus();
}

void AgentComposerTest::shouldMarkAndUnmark_data() {
    QTest::addColumn<QString>("before"); // the selection between two pipes
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, const char *mark, const char *after) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(mark) << QString::fromUtf8(after);
    };
    row("a selection", "say |hello| now", "**", "say **|hello|** now");
    row("the word at the cursor", "say he||llo now", "**", "say **|hello|** now");
    row("spaces stay outside", "say| hello |now", "*", "say *|hello|* now");
    row("nothing there", "", "**", "**||**");
    row("away again", "say **|hello|** now", "**", "say |hello| now");
    row("italic in bold", "**|hello|**", "*", "***|hello|***");
    row("italic out of both", "***|hello|***", "*", "**|hello|**");
    row("bold out of both", "***|hello|***", "**", "*|hello|*");
}

void AgentComposerTest::shouldMarkAndUnmark() {
    QFETCH(QString, before);
    QFETCH(const QString, mark);
    const int from = int(before.indexOf(QLatin1Char('|')));
    const int to = int(before.lastIndexOf(QLatin1Char('|'))) - 1;
    edit().setPlainText(before.remove(QLatin1Char('|')));
    QTextCursor cursor = edit().textCursor();
    cursor.setPosition(qMax(0, from));
    cursor.setPosition(qMax(0, to), QTextCursor::KeepAnchor);
    edit().setTextCursor(cursor);
    toggleMark(edit(), mark);
    QString after = edit().toPlainText();
    after.insert(edit().textCursor().selectionEnd(), QLatin1Char('|'));
    after.insert(edit().textCursor().selectionStart(), QLatin1Char('|'));
    QTEST(after, "after");
}

void AgentComposerTest::shouldUndoAMarkInOneStep() {
    edit().setPlainText(QStringLiteral("hello"));
    toggleMark(edit(), QStringLiteral("**"));
    toggleMark(edit(), QStringLiteral("**"));
    edit().undo();
    QCOMPARE(edit().toPlainText(), QStringLiteral("**hello**"));
    edit().undo();
    QCOMPARE(edit().toPlainText(), QStringLiteral("hello"));
}

void AgentComposerTest::shouldMakeLinks_data() {
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typedNext"); // where writing goes on
    QTest::newRow("of words") << QStringLiteral("our page") << QStringLiteral("[our page](https://)")
                              << QStringLiteral("[our page](X)");
    QTest::newRow("of an address") << QStringLiteral("https://example.org/a")
                                   << QStringLiteral("[](https://example.org/a)")
                                   << QStringLiteral("[X](https://example.org/a)");
    QTest::newRow("of nothing") << QString() << QStringLiteral("[](https://)") << QStringLiteral("[](X)");
}

void AgentComposerTest::shouldMakeLinks() {
    QFETCH(const QString, selected);
    edit().setPlainText(selected);
    edit().selectAll();
    insertLink(edit());
    QTEST(edit().toPlainText(), "text");
    QTest::keyClicks(&edit(), QStringLiteral("X"));
    QTEST(edit().toPlainText(), "typedNext");
}

void AgentComposerTest::shouldMakeAndUnmakeLists_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("numbered");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, bool numbered, const char *after) {
        QTest::newRow(name) << QString::fromUtf8(before) << numbered << QString::fromUtf8(after);
    };
    row("bullets", "one\ntwo", false, "- one\n- two");
    row("numbers", "one\ntwo", true, "1. one\n2. two");
    row("bullets away", "- one\n- two", false, "one\ntwo");
    row("bullets to numbers", "- one\n- two", true, "1. one\n2. two");
    row("where some are", "- one\ntwo", false, "- one\n- two");
    row("an empty line", "", false, "- ");
}

void AgentComposerTest::shouldMakeAndUnmakeLists() {
    QFETCH(const QString, before);
    QFETCH(const bool, numbered);
    edit().setPlainText(before);
    edit().selectAll();
    toggleList(edit(), numbered);
    QTEST(edit().toPlainText(), "after");
}

void AgentComposerTest::shouldFormatByKeys() {
    const QSignalSpy typed(m_composer, &AgentComposer::typed);
    edit().setPlainText(QStringLiteral("hello"));
    QTest::keyClick(&edit(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(edit().toPlainText(), QStringLiteral("**hello**"));
    QCOMPARE(typed.count(), 1); // so that it is kept as a draft
    QTest::keyClick(&edit(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(edit().toPlainText(), QStringLiteral("***hello***"));
    edit().setPlainText(QStringLiteral("one"));
    QTest::keyClick(&edit(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(edit().toPlainText(), QStringLiteral("[one](https://)"));
    QVERIFY(edit().hasFocus());
}

void AgentComposerTest::offer(const QString &mark, bool spaces, const QStringList &titles) {
    list().addSource({mark, spaces, [titles](const QString &query) {
                          QVector<Completion> found;
                          for (const QString &title : titles) {
                              if (title.contains(query, Qt::CaseInsensitive))
                                  found += {title, {}, QStringLiteral("<%1>").arg(title)};
                          }
                          return QtFuture::makeReadyFuture(found);
                      }});
}

void AgentComposerTest::shouldInsertTheChosenCompletion() {
    offer(QStringLiteral("??"), true,
          {QStringLiteral("Reset a password"), QStringLiteral("Reset the app"), QStringLiteral("Close an account")});
    QTest::keyClicks(&edit(), QStringLiteral("Please: ??reset"));
    QTRY_VERIFY(list().isVisible());
    QTRY_COMPARE(list().count(), 2);
    QTest::keyClick(&edit(), Qt::Key_Down);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(edit().toPlainText(), QStringLiteral("Please: <Reset the app>"));
    QVERIFY(!list().isVisible());
    // with spaces in the query, and Tab
    QTest::keyClicks(&edit(), QStringLiteral(" ??an acc"));
    QTRY_COMPARE(list().count(), 1);
    QTRY_VERIFY(list().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Tab);
    QCOMPARE(edit().toPlainText(), QStringLiteral("Please: <Reset the app> <Close an account>"));
    QVERIFY(edit().hasFocus());
}

void AgentComposerTest::shouldOpenTheListOnlyAtTheStartOfAWord_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("opens");
    QTest::newRow("first") << QStringLiteral("/th") << true;
    QTest::newRow("behind a space") << QStringLiteral("and /th") << true;
    QTest::newRow("in a new line") << QStringLiteral("and\n/th") << true;
    QTest::newRow("within a word") << QStringLiteral("and/th") << false;
    QTest::newRow("behind a space after it") << QStringLiteral("/th anks") << false;
    QTest::newRow("with other letters") << QStringLiteral("/xyz") << false;
}

void AgentComposerTest::shouldOpenTheListOnlyAtTheStartOfAWord() {
    QFETCH(const QString, typed);
    QFETCH(const bool, opens);
    offer(QStringLiteral("/"), false, {QStringLiteral("thanks")});
    for (const QChar letter : typed)
        QTest::keyClick(&edit(), letter == QLatin1Char('\n') ? char('\r') : letter.toLatin1());
    QCoreApplication::processEvents();
    QCOMPARE(list().isVisible(), opens);
}

void AgentComposerTest::shouldLeaveTheListByEscapeAndGoOnWriting() {
    offer(QStringLiteral("/"), false, {QStringLiteral("thanks")});
    QTest::keyClicks(&edit(), QStringLiteral("/t"));
    QTRY_VERIFY(list().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Escape);
    QVERIFY(!list().isVisible());
    QTest::keyClicks(&edit(), QStringLiteral("h"));
    QCoreApplication::processEvents();
    QVERIFY(!list().isVisible());
    QTest::keyClick(&edit(), Qt::Key_Return);
    QCOMPARE(edit().toPlainText(), QStringLiteral("/th\n"));
    QTest::keyClicks(&edit(), QStringLiteral("/t"));
    QTRY_VERIFY(list().isVisible());
}

void AgentComposerTest::shouldForgetAnswersToOlderLetters() {
    std::vector<QPromise<QVector<Completion>>> asked(2);
    size_t count = 0;
    list().addSource({QStringLiteral("/"), false, [&](const QString &) {
                          asked[count].start();
                          return asked[count++].future();
                      }});
    const auto answer = [&asked](size_t question, const QString &title) {
        asked[question].addResult(QVector<Completion>{{title, {}, {}}});
        asked[question].finish();
    };
    QTest::keyClicks(&edit(), QStringLiteral("/a"));
    QCOMPARE(count, size_t(2));
    // WHEN the answer to the first letter comes last
    answer(1, QStringLiteral("new"));
    QTRY_VERIFY(list().isVisible());
    answer(0, QStringLiteral("old"));
    QCoreApplication::processEvents();
    QCOMPARE(list().item(0)->text(), QStringLiteral("new"));
}

void AgentComposerTest::shouldKeepReplyAndNoteApart() {
    using Kind = AgentComposer::Kind;
    QTest::keyClicks(&edit(), QStringLiteral("Dear customer"));
    press("noteMode");
    QCOMPARE(m_composer->kind(), Kind::Note);
    QCOMPARE(edit().toPlainText(), QString());
    QVERIFY(edit().accessibleName().contains(QStringLiteral("colleagues")));
    QTest::keyClicks(&edit(), QStringLiteral("He is angry"));
    QCOMPARE(m_composer->text(Kind::Reply), QStringLiteral("Dear customer"));
    QCOMPARE(m_composer->text(), QStringLiteral("He is angry"));
    // seen at a glance: another ground than a reply's
    QVERIFY(edit().grab().toImage().pixelColor(edit().width() / 2, edit().height() - 8) ==
            m_theme->tokens().warningSoft);
    press("noteMode");
    QCOMPARE(edit().toPlainText(), QStringLiteral("Dear customer"));
    QCOMPARE(m_composer->text(Kind::Note), QStringLiteral("He is angry"));
}

void AgentComposerTest::shouldPreviewAsTheCustomerSeesIt() {
    edit().setPlainText(QStringLiteral("**now** <b>not html</b>"));
    press("replyPreviewToggle");
    const auto *shown = m_composer->findChild<MarkdownPreview *>(QStringLiteral("replyPreview"));
    QVERIFY(shown->isVisible());
    QVERIFY(!edit().isVisible());
    QCOMPARE(shown->toPlainText(), QStringLiteral("now <b>not html</b>"));
    m_composer->takeFocus();
    QVERIFY(edit().isVisible());
    QCOMPARE(edit().toPlainText(), QStringLiteral("**now** <b>not html</b>"));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    const QApplication application(argc, argv);
    relaydesk::AgentComposerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "agentcomposer_test.moc"
