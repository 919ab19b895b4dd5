// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the small controls do what they say, have names for screen readers, and can be used by keyboard.
#include "models/items/ticketlistmodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/ticketlistview.h"
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

class ControlsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void shouldMakeInitials_data();
    void shouldMakeInitials();
    void shouldSayWhatAFactorDid_data();
    void shouldSayWhatAFactorDid();
    void shouldNavigateByClickAndKeyboard();
    void shouldSayHowManyWait();
    void shouldShowOneSentenceAfterTheOther();
    void shouldTakeASentenceAwayByItself();
    void shouldSendWithTheKeyThatIsSet_data();
    void shouldSendWithTheKeyThatIsSet();
    void shouldTellTypingOnlyWhenAPersonTypes();
    void shouldGrowToSixLinesAndNoFurther();
    void shouldOfferAnActionInAnEmptyPlace();
    void shouldKeepTheSelectedTicketWhenTheQueueMoves();
    void shouldFillPrimaryButtonsWithTheAccent();
    void shouldNameEveryControl();

  private:
    std::unique_ptr<Theme> m_theme;
};

void ControlsTest::shouldMakeInitials_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("two names") << QStringLiteral("Maya Chen") << QStringLiteral("MC");
    QTest::newRow("three names") << QStringLiteral("Ana de Souza") << QStringLiteral("AS");
    QTest::newRow("one name") << QStringLiteral("plato") << QStringLiteral("P");
    QTest::newRow("spaces") << QStringLiteral("  jonas   ohlin ") << QStringLiteral("JO");
    QTest::newRow("nobody") << QString() << QStringLiteral("?");
    QTest::newRow("no letters") << QStringLiteral("--- !!") << QStringLiteral("?");
}

void ControlsTest::shouldMakeInitials() {
    QFETCH(QString, name);
    QTEST(initialsOf(name), "initials");
}

void ControlsTest::shouldSayWhatAFactorDid_data() {
    QTest::addColumn<double>("logOdds");
    QTest::addColumn<QString>("sentence");
    const QString number = QLocale().toString(0.7, 'f', 2);
    QTest::newRow("raised") << 0.7 << QStringLiteral("Raised the confidence by %1 log-odds.").arg(number);
    QTest::newRow("lowered") << -0.7 << QStringLiteral("Lowered the confidence by %1 log-odds.").arg(number);
    QTest::newRow("nothing")
        << 0.01
        << QStringLiteral("Changed the confidence hardly at all (%1 log-odds).").arg(QLocale().toString(0.01, 'f', 2));
}

void ControlsTest::shouldSayWhatAFactorDid() {
    QFETCH(double, logOdds);
    const FactorBar bar(*m_theme, Factor{QStringLiteral("similarity"), 0.38, logOdds});
    QTEST(bar.accessibleDescription(), "sentence");
    QTEST(bar.toolTip(), "sentence");
    QCOMPARE(bar.accessibleName(),
             QStringLiteral("Match with known questions: %1").arg(QLocale().toString(0.38, 'f', 2)));
}

void ControlsTest::shouldNavigateByClickAndKeyboard() {
    NavigationBar bar(*m_theme);
    const QSignalSpy selected(&bar, &NavigationBar::selected);
    const int desk = bar.add({QStringLiteral("desk"), QStringLiteral("desk"), QStringLiteral("Desk"), {}});
    const int settings = bar.addAtBottom(
        {QStringLiteral("settings"), QStringLiteral("settings"), QStringLiteral("Settings"), QStringLiteral("Ctrl+,")});
    const int knowledge =
        bar.add({QStringLiteral("knowledge"), QStringLiteral("knowledge"), QStringLiteral("Knowledge"), {}});
    bar.resize(80, 500);
    bar.show();
    QCOMPARE(bar.current(), -1);
    QTest::mouseClick(bar.findChild<QAbstractButton *>(QStringLiteral("knowledge")), Qt::LeftButton);
    QTest::keyClick(bar.findChild<QAbstractButton *>(QStringLiteral("settings")), Qt::Key_Space);
    bar.select(desk);
    bar.select(desk);
    QCOMPARE(selected.count(), 3);
    QCOMPARE(selected[0][0].toInt(), knowledge);
    QCOMPARE(selected[1][0].toInt(), settings);
    QCOMPARE(bar.current(), desk);
    const auto y = [&bar](const QString &name) { return bar.findChild<QAbstractButton *>(name)->y(); };
    QVERIFY(y(QStringLiteral("desk")) < y(QStringLiteral("knowledge")));
    QVERIFY(y(QStringLiteral("settings")) > 350);
    QVERIFY(bar.findChild<QAbstractButton *>(QStringLiteral("settings"))->toolTip().contains(QStringLiteral("Ctrl+,")));
}

void ControlsTest::shouldSayHowManyWait() {
    NavigationBar bar(*m_theme);
    const int page = bar.add({QStringLiteral("desk"), QStringLiteral("desk"), QStringLiteral("Desk"), {}});
    auto *button = bar.findChild<QAbstractButton *>(QStringLiteral("desk"));
    button->resize(button->sizeHint());
    const QImage without = button->grab().toImage();
    bar.setBadge(page, 4);
    QVERIFY(button->accessibleDescription().startsWith(QStringLiteral("4 ")));
    QVERIFY(button->grab().toImage() != without);
    bar.setBadge(page, 0);
    QVERIFY(button->accessibleDescription().isEmpty());
    QCOMPARE(button->grab().toImage(), without);
}

void ControlsTest::shouldShowOneSentenceAfterTheOther() {
    ErrorBanner banner(*m_theme);
    QVERIFY(banner.isHidden());
    banner.tell(QStringLiteral("First."));
    banner.tell(QStringLiteral("Second."), Tone::Warning);
    banner.tell(QStringLiteral("First."));
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.sentence(), QStringLiteral("First."));
    banner.findChild<QToolButton *>(QStringLiteral("closeErrorBanner"))->click();
    QCOMPARE(banner.sentence(), QStringLiteral("Second."));
    QCOMPARE(banner.accessibleName(), QStringLiteral("Second."));
    banner.dismiss();
    QVERIFY(banner.isHidden());
    QVERIFY(banner.sentence().isEmpty());
}

void ControlsTest::shouldTakeASentenceAwayByItself() {
    QWidget page; // not shown: a pointer over the banner would make it stay
    ErrorBanner banner(*m_theme, &page);
    const QSignalSpy dismissed(&banner, &ErrorBanner::dismissed);
    banner.setPatience(1);
    banner.tell(QStringLiteral("Gone soon."));
    QTRY_COMPARE(dismissed.count(), 1);
    QVERIFY(banner.isHidden());
}

void ControlsTest::shouldSendWithTheKeyThatIsSet_data() {
    using Key = ComposerEdit::SendKey;
    QTest::addColumn<Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("sends");
    const auto none = Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("Return by Return") << Key::Return << none << true;
    QTest::newRow("Ctrl by Return") << Key::Return << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
    QTest::newRow("Shift by Return") << Key::Return << Qt::KeyboardModifiers(Qt::ShiftModifier) << false;
    QTest::newRow("Return by another control") << Key::None << none << false;
    QTest::newRow("Ctrl by another control") << Key::None << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
}

void ControlsTest::shouldSendWithTheKeyThatIsSet() {
    QFETCH(ComposerEdit::SendKey, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(bool, sends);
    ComposerEdit edit;
    edit.setSendKey(key);
    const QSignalSpy submitted(&edit, &ComposerEdit::submitted);
    QTest::keyClick(&edit, Qt::Key_Return, modifiers);
    QCOMPARE(submitted.count(), 0); // nothing but white space is never sent
    edit.setPlainText(QStringLiteral("  hello "));
    QTest::keyClick(&edit, Qt::Key_Return, modifiers);
    QCOMPARE(submitted.count(), sends ? 1 : 0);
    if (sends)
        QCOMPARE(submitted[0][0].toString(), QStringLiteral("hello"));
    QCOMPARE(edit.text().contains(QLatin1Char('\n')), !sends);
}

void ControlsTest::shouldTellTypingOnlyWhenAPersonTypes() {
    ComposerEdit edit;
    const QSignalSpy typed(&edit, &ComposerEdit::typed);
    edit.setPlainText(QStringLiteral("a draft"));
    edit.clear();
    QTest::keyClick(&edit, Qt::Key_Left);
    QCOMPARE(typed.count(), 0);
    QTest::keyClicks(&edit, QStringLiteral("hi"));
    QCOMPARE(typed.count(), 2);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QCOMPARE(typed.count(), 3);
}

void ControlsTest::shouldGrowToSixLinesAndNoFurther() {
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *edit = new ComposerEdit(&page);
    column->addWidget(edit);
    page.resize(300, 400);
    page.show();
    QList<int> heights;
    for (int lines = 1; lines <= 9; ++lines) {
        edit->setPlainText(QStringList(lines, QStringLiteral("line")).join(QLatin1Char('\n')));
        heights.append(edit->maximumHeight());
    }
    for (int lines = 1; lines < 6; ++lines)
        QVERIFY(heights[lines] > heights[lines - 1]);
    QCOMPARE(heights[8], heights[5]);
    edit->setPlainText(QStringLiteral("wrapped ").repeated(12));
    QVERIFY(edit->maximumHeight() > heights[0]);
    edit->clear();
    QCOMPARE(edit->maximumHeight(), heights[0]);
}

void ControlsTest::shouldOfferAnActionInAnEmptyPlace() {
    EmptyState state(*m_theme, QStringLiteral("inbox"), QStringLiteral("Nobody waits."));
    QVERIFY(state.button()->isHidden());
    const QSignalSpy triggered(&state, &EmptyState::actionTriggered);
    state.setAction(QStringLiteral("Play a scenario"));
    QVERIFY(!state.button()->isHidden());
    state.button()->click();
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(state.accessibleName(), QStringLiteral("Nobody waits."));
}

void ControlsTest::shouldKeepTheSelectedTicketWhenTheQueueMoves() {
    TicketListModel model;
    TicketListView view(*m_theme);
    view.setModel(&model);
    const QSignalSpy selected(&view, &TicketListView::ticketSelected);
    model.show({{.id = {1}}, {.id = {2}}, {.id = {3}}});
    view.select({2});
    QCOMPARE(view.currentTicket(), TicketId{2});
    QCOMPARE(selected.count(), 1);
    model.show({{.id = {9}}, {.id = {3}}, {.id = {2}}});
    QCOMPARE(view.currentTicket(), TicketId{2});
    QCOMPARE(selected.count(), 1);
    view.select({77});
    QCOMPARE(view.currentTicket(), TicketId{2});
    QCOMPARE(TicketListView(*m_theme).currentTicket(), TicketId{});
}

void ControlsTest::shouldFillPrimaryButtonsWithTheAccent() {
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        m_theme->choose(choice);
        QWidget page;
        QPushButton *button = makeButton(QStringLiteral("Send"), QStringLiteral("send"), ButtonKind::Primary, &page,
                                         QStringLiteral("Ctrl+Return"));
        button->resize(button->sizeHint());
        QCOMPARE(button->grab().toImage().pixelColor(6, button->height() / 2), m_theme->tokens().accent);
        QVERIFY(button->toolTip().contains(QStringLiteral("Ctrl+Return")));
        setKind(*button, ButtonKind::Plain);
        QCOMPARE(button->grab().toImage().pixelColor(6, button->height() / 2), m_theme->tokens().panel);
    }
}

void ControlsTest::shouldNameEveryControl() {
    // GIVEN every control that can be reached, on one page
    Panel page(*m_theme);
    page.setTitle(QStringLiteral("Queue"), QStringLiteral("4 open"));
    page.addLeading(new Avatar(QStringLiteral("Maya Chen")));
    page.addAction(makeButton(QStringLiteral("New"), QStringLiteral("new"), ButtonKind::Quiet, &page));
    page.addAction(new Chip(*m_theme, QStringLiteral("Open 4")));
    auto *bar = new NavigationBar(*m_theme, &page);
    bar->add({QStringLiteral("desk"), QStringLiteral("desk"), QStringLiteral("Desk"), {}});
    for (QWidget *widget :
         std::initializer_list<QWidget *>{bar, new TicketListView(*m_theme), new ErrorBanner(*m_theme)})
        page.body()->addWidget(widget);
    // THEN each says what it is
    const auto widgets = page.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isOwn =
            widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(QLatin1String("qt_"));
        const QAccessibleInterface *face = isOwn ? QAccessible::queryAccessibleInterface(widget) : nullptr;
        if (!face)
            continue;
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
    QCOMPARE(page.accessibleName(), QStringLiteral("Queue"));
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::ControlsTest)
#include "controls_test.moc"
