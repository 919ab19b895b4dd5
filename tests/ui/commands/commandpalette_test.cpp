// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Commands, the palette and the sheet of shortcuts, on a window of two pages.
#include "ui/commands/commandpalette.h"
#include "ui/commands/commandregistry.h"
#include "ui/commands/fuzzymatch.h"
#include "ui/commands/shortcutsheet.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QKeySequenceEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

//! Two pages, each with a button for Ctrl+N, and one command for the whole window.
struct TwoPages {
    TwoPages() {
        window.setCentralWidget(&pages);
        for (const char *name : {"desk", "knowledge"}) {
            auto *page = new QWidget;
            page->setProperty("pageName", QLatin1String(name));
            auto *layout = new QVBoxLayout(page);
            layout->addWidget(makeButton(QStringLiteral("New"), QStringLiteral("new-") + QLatin1String(name),
                                         ButtonKind::Plain, page, QStringLiteral("Ctrl+N")));
            pages.addWidget(page);
        }
        new Command(QStringLiteral("backup"), QStringLiteral("&Backup\u2026"), QStringLiteral("Ctrl+B"), &window);
        window.resize(900, 700);
        window.show();
        window.activateWindow();
    }
    ~TwoPages() { window.takeCentralWidget(); }

    QPushButton *button(const char *name) { return window.findChild<QPushButton *>(QLatin1String(name)); }
    Command *command(const char *id) { return CommandRegistry(window).find(QLatin1String(id)); }

    QMainWindow window;
    QStackedWidget pages;
};

PaletteEntry entry(const char *id, const char *text, QStringList *done = nullptr) {
    return {QLatin1String(id), QLatin1String(text), QStringLiteral("Desk"), {}, [=] {
                if (done)
                    *done += QLatin1String(id);
            }};
}

} // namespace

class CommandPaletteTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { QSettings().clear(); }
    void shouldFindWhatWasMeant_data();
    void shouldFindWhatWasMeant();
    void shouldNotFindWhatHasOtherLetters();
    void shouldPressTheButtonOfTheShownPageOnly();
    void shouldSayTheKeysInTheToolTip();
    void shouldKeepChosenKeysForEveryWindow();
    void shouldNameWhoHasTheKeys();
    void shouldOfferOnlyWhatCanBeDone();
    void shouldDoTheChosenThingByKeyboardAlone();
    void shouldShowTheLastUsedFirst();
    void shouldGiveOtherKeysOnTheSheet();
    void shouldTakeKeysFromAnotherCommandOnlyWhenAsked();
    void shouldResetAllKeys();
    void shouldFindActionsOnTheSheet();
};

void CommandPaletteTest::shouldFindWhatWasMeant_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("best");
    QTest::newRow("first letters of words") << QStringLiteral("gb") << QStringLiteral("Give back");
    QTest::newRow("a piece of a word") << QStringLiteral("solve") << QStringLiteral("Resolve");
    QTest::newRow("letters with gaps") << QStringLiteral("knwl") << QStringLiteral("Go to Knowledge");
    QTest::newRow("capitals and spaces") << QStringLiteral("SEND RE") << QStringLiteral("Send and resolve");
    QTest::newRow("the shorter of two") << QStringLiteral("send") << QStringLiteral("Send");
}

void CommandPaletteTest::shouldFindWhatWasMeant() {
    QFETCH(const QString, query);
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({entry("a", "Go to Knowledge"), entry("b", "Give back"), entry("c", "Going back in history"),
                entry("d", "Send and resolve"), entry("e", "Resolve"), entry("f", "Send")},
               {});
    model.setQuery(query);
    QVERIFY(model.rowCount() > 0);
    QTEST(model.entry(0).text, "best");
}

void CommandPaletteTest::shouldNotFindWhatHasOtherLetters() {
    QVERIFY(!fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Resolve")));
    QVERIFY(!fuzzyScore(QStringLiteral("evr"), QStringLiteral("Rev")));
    QVERIFY(!fuzzyScore(QStringLiteral("a"), QString()));
    QVERIFY(fuzzyScore(QString(), QStringLiteral("Resolve")));
}

void CommandPaletteTest::shouldPressTheButtonOfTheShownPageOnly() {
    TwoPages two;
    QVERIFY(QTest::qWaitForWindowActive(&two.window));
    QSignalSpy desk(two.button("new-desk"), &QPushButton::clicked);
    QSignalSpy knowledge(two.button("new-knowledge"), &QPushButton::clicked);
    QTest::keyClick(&two.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(desk.count(), 1);
    QCOMPARE(knowledge.count(), 0);
    two.pages.setCurrentIndex(1);
    QTest::keyClick(&two.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(desk.count(), 1);
    QCOMPARE(knowledge.count(), 1);
    two.button("new-knowledge")->setEnabled(false);
    QTest::keyClick(&two.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(knowledge.count(), 1);
}

void CommandPaletteTest::shouldSayTheKeysInTheToolTip() {
    TwoPages two;
    QCOMPARE(two.button("new-desk")->toolTip(), QStringLiteral("New (Ctrl+N)"));
    setTip(*two.button("new-desk"), QStringLiteral("A new customer"));
    QCOMPARE(two.button("new-desk")->toolTip(), QStringLiteral("A new customer (Ctrl+N)"));
    two.command("new-desk")->chooseKeys(QKeySequence(QStringLiteral("F7")));
    QCOMPARE(two.button("new-desk")->toolTip(), QStringLiteral("A new customer (F7)"));
    two.command("new-desk")->chooseKeys({});
    QCOMPARE(two.button("new-desk")->toolTip(), QStringLiteral("A new customer"));
}

void CommandPaletteTest::shouldKeepChosenKeysForEveryWindow() {
    TwoPages one;
    TwoPages other;
    const QKeySequence keys(QStringLiteral("Ctrl+Alt+B"));
    // WHEN the keys are chosen in one window
    one.command("backup")->chooseKeys(keys);
    // THEN they hold in the other, and in one that is opened later
    QCOMPARE(other.command("backup")->shortcut(), keys);
    TwoPages later;
    QCOMPARE(later.command("backup")->shortcut(), keys);
    later.command("backup")->resetKeys();
    QCOMPARE(one.command("backup")->shortcut(), QKeySequence(QStringLiteral("Ctrl+B")));
}

void CommandPaletteTest::shouldNameWhoHasTheKeys() {
    TwoPages two;
    const CommandRegistry registry(two.window);
    const QKeySequence newKeys(QStringLiteral("Ctrl+N"));
    // the same keys on two pages do not meet, but those of the whole window meet both
    QVERIFY(!registry.holderOf(newKeys, *two.command("new-desk")));
    QVERIFY(registry.holderOf(newKeys, *two.command("backup"))->objectName().startsWith(QStringLiteral("new-")));
    QCOMPARE(registry.holderOf(QKeySequence(QStringLiteral("Ctrl+B")), *two.command("new-desk")),
             two.command("backup"));
    QVERIFY(!registry.holderOf({}, *two.command("backup")));
}

void CommandPaletteTest::shouldOfferOnlyWhatCanBeDone() {
    TwoPages two;
    QVERIFY(two.command("new-knowledge")->isAvailable()); // once its page is shown
    two.button("new-knowledge")->hide();
    QVERIFY(!two.command("new-knowledge")->isAvailable());
    two.button("new-desk")->setEnabled(false);
    QVERIFY(!two.command("new-desk")->isAvailable());
    QVERIFY(two.command("backup")->isAvailable());
    QCOMPARE(two.command("backup")->title(), QStringLiteral("Backup\u2026"));
    QCOMPARE(two.command("new-knowledge")->place(), QStringLiteral("knowledge"));
}

void CommandPaletteTest::shouldDoTheChosenThingByKeyboardAlone() {
    TwoPages two;
    QStringList done;
    auto *palette = new CommandPalette(
        {entry("claim", "Claim", &done), entry("give", "Give back", &done), entry("go", "Go back", &done)},
        &two.window);
    palette->open();
    QVERIFY(QTest::qWaitForWindowActive(palette));
    QWidget *field = palette->findChild<QLineEdit *>(QStringLiteral("commandQuery"));
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("back"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(done, QStringList{QStringLiteral("give")});
    // a letter that nothing has: Return does nothing, Escape leaves
    palette = new CommandPalette({entry("claim", "Claim", &done)}, &two.window);
    palette->open();
    QVERIFY(QTest::qWaitForWindowActive(palette));
    QSignalSpy closed(palette, &QDialog::finished);
    field = palette->findChild<QLineEdit *>(QStringLiteral("commandQuery"));
    QTest::keyClicks(field, QStringLiteral("zz"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(closed.count(), 0);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(done.size(), 1);
}

void CommandPaletteTest::shouldShowTheLastUsedFirst() {
    TwoPages two;
    const QVector<PaletteEntry> entries{entry("a", "Apple"), entry("b", "Banana"), entry("c", "Cherry")};
    const auto use = [&](const char *letters) {
        auto *palette = new CommandPalette(entries, &two.window);
        palette->open();
        auto *field = palette->findChild<QLineEdit *>(QStringLiteral("commandQuery"));
        field->setText(QLatin1String(letters));
        QTest::keyClick(field, Qt::Key_Return);
    };
    use("banana");
    use("cherry");
    CommandPalette palette(entries, &two.window);
    const QAbstractItemModel *model = palette.findChild<QTreeView *>(QStringLiteral("commandList"))->model();
    QStringList shown;
    for (int row = 0; row < model->rowCount(); ++row)
        shown += model->index(row, 0).data().toString();
    QCOMPARE(shown, (QStringList{QStringLiteral("Cherry"), QStringLiteral("Banana"), QStringLiteral("Apple")}));
}

//! The sheet with one command chosen.
class Sheet {
  public:
    explicit Sheet(TwoPages &two) : m_sheet(two.window, {{QStringLiteral("desk"), QStringLiteral("Desk")}}) {
        m_sheet.show();
    }
    QTreeWidgetItem *choose(const QString &title) {
        auto *list = m_sheet.findChild<QTreeWidget *>(QStringLiteral("shortcutList"));
        QTreeWidgetItem *item = list->findItems(title, Qt::MatchExactly).value(0);
        list->setCurrentItem(item);
        return item;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
        auto *edit = m_sheet.findChild<QKeySequenceEdit *>(QStringLiteral("shortcutKeys"));
        edit->clear();
        QTest::keyClick(edit, key, modifiers);
    }
    void click(const char *name) {
        QTest::mouseClick(m_sheet.findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    QKeySequence keys() { return m_sheet.findChild<QKeySequenceEdit *>(QStringLiteral("shortcutKeys"))->keySequence(); }
    QString remark() { return m_sheet.findChild<QLabel *>(QStringLiteral("shortcutRemark"))->text(); }
    ShortcutSheet &sheet() { return m_sheet; }

  private:
    ShortcutSheet m_sheet;
};

void CommandPaletteTest::shouldGiveOtherKeysOnTheSheet() {
    TwoPages two;
    Sheet sheet(two);
    const QTreeWidgetItem *item = sheet.choose(QStringLiteral("Backup\u2026"));
    QVERIFY(item);
    sheet.press(Qt::Key_J, Qt::ControlModifier);
    QTRY_COMPARE(sheet.keys(), QKeySequence(QStringLiteral("Ctrl+J")));
    sheet.click("applyShortcut");
    QCOMPARE(two.command("backup")->shortcut(), QKeySequence(QStringLiteral("Ctrl+J")));
    QCOMPARE(item->text(2), QStringLiteral("Ctrl+J"));
    sheet.click("resetShortcut");
    QCOMPARE(two.command("backup")->shortcut(), QKeySequence(QStringLiteral("Ctrl+B")));
}

void CommandPaletteTest::shouldTakeKeysFromAnotherCommandOnlyWhenAsked() {
    TwoPages two;
    Sheet sheet(two);
    sheet.choose(QStringLiteral("Backup\u2026"));
    // WHEN keys are pressed that another command has
    sheet.press(Qt::Key_N, Qt::ControlModifier);
    // THEN it is named and nothing changed yet
    QTRY_VERIFY2(sheet.remark().contains(QStringLiteral("\u201cNew\u201d")), qPrintable(sheet.remark()));
    QCOMPARE(two.command("new-desk")->shortcut(), QKeySequence(QStringLiteral("Ctrl+N")));
    // WHEN they are taken
    sheet.click("applyShortcut");
    // THEN nobody else calls on them
    QCOMPARE(two.command("backup")->shortcut(), QKeySequence(QStringLiteral("Ctrl+N")));
    QCOMPARE(two.command("new-desk")->shortcut(), QKeySequence());
    QCOMPARE(two.command("new-knowledge")->shortcut(), QKeySequence());
}

void CommandPaletteTest::shouldResetAllKeys() {
    TwoPages two;
    two.command("backup")->chooseKeys(QKeySequence(QStringLiteral("F8")));
    two.command("new-desk")->chooseKeys({});
    Sheet sheet(two);
    sheet.click("resetShortcuts");
    QCOMPARE(two.command("backup")->shortcut(), QKeySequence(QStringLiteral("Ctrl+B")));
    QCOMPARE(two.command("new-desk")->shortcut(), QKeySequence(QStringLiteral("Ctrl+N")));
    QVERIFY(QSettings().allKeys().filter(QStringLiteral("shortcuts/")).isEmpty());
}

void CommandPaletteTest::shouldFindActionsOnTheSheet() {
    TwoPages two;
    Sheet sheet(two);
    auto *list = sheet.sheet().findChild<QTreeWidget *>(QStringLiteral("shortcutList"));
    QCOMPARE(list->topLevelItemCount(), 3);
    sheet.sheet().findChild<QLineEdit *>(QStringLiteral("shortcutSearch"))->setText(QStringLiteral("ctrl+b"));
    int shown = 0;
    for (int row = 0; row < list->topLevelItemCount(); ++row)
        shown += list->topLevelItem(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    relaydesk::CommandPaletteTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "commandpalette_test.moc"
