// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A walk over the whole window, every page and dialog: what can be operated has a name, takes the focus and shows it;
//! what can be read is not cut off.
#include "app/services.h"
#include "tests/stories/deskstory.h"
#include "ui/analytics/analyticspage.h"
#include "ui/care/mergequestion.h"
#include "ui/care/ticketmenu.h"
#include "ui/commands/commandregistry.h"
#include "ui/desk/deskpage.h"
#include "ui/files/fileview.h"
#include "ui/macros/macroquestion.h"
#include "ui/settings/requestlist.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/links.h"
#include <QtCore/QSettings>
#include <QtGui/QAccessible>
#include <QtWidgets/QAbstractSlider>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTextEdit>
#include <algorithm>

namespace relaydesk {

namespace {

template <typename... Kinds>
bool isOneOf(const QObject *object) {
    return (... || (qobject_cast<const Kinds *>(object) != nullptr));
}

bool isInteractive(const QWidget *widget) {
    return isOneOf<QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox,
                   QAbstractItemView, QAbstractSlider, QTabBar>(widget) &&
           !isOneOf<QScrollBar>(widget);
}

//! Parts of a control that Qt made, like the arrows of a spin box or the header of a table: the control has the name.
bool isPart(const QWidget *widget) {
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (isOneOf<QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QCalendarWidget, QTabBar, QFileDialog>(
                above))
            return true;
    }
    return false;
}

QVector<QWidget *> controlsOf(const QWidget &root) {
    QVector<QWidget *> controls;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->isVisible() && isInteractive(widget) && !isPart(widget))
            controls += widget;
    }
    return controls;
}

template <typename Condition>
void until(Condition condition) {
    if (!QTest::qWaitFor(condition, patience))
        qWarning("what was waited for did not come");
}

QString nameOf(QWidget *widget) {
    const QAccessibleInterface *found = QAccessible::queryAccessibleInterface(widget);
    return found ? found->text(QAccessible::Name) : QString();
}

//! Of the buttons in a group that holds one choice Tab reaches one, and the arrows the others.
bool isReachedByArrows(const QWidget *widget) {
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || !button->group() || !button->group()->exclusive())
        return false;
    const QList<QAbstractButton *> group = button->group()->buttons();
    return std::any_of(group.begin(), group.end(),
                       [](const QAbstractButton *other) { return other->focusPolicy() & Qt::TabFocus; });
}

QString describe(const QWidget *widget) {
    QStringList path;
    for (const QWidget *at = widget; at && path.size() < 4; at = at->parentWidget())
        path.prepend(QStringLiteral("%1 \"%2\"").arg(QLatin1String(at->metaObject()->className()), at->objectName()));
    return path.join(QStringLiteral(" > "));
}

QImage pictureAround(QWidget &control) {
    QWidget *window = control.window();
    const QRect area(control.mapTo(window, QPoint(0, 0)), control.size());
    return window->grab(area.adjusted(-4, -4, 4, 4).intersected(window->rect())).toImage();
}

//! Texts that have less room than they need.
QStringList cutIn(const QWidget &root) {
    QStringList cut;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isText = (label && !label->text().isEmpty()) || isOneOf<QPushButton>(widget);
        if (!isText || !widget->isVisible() || isPart(widget) ||
            isOneOf<ElidedLabel>(widget)) // that one tells the rest by itself
            continue;
        const QSize needed = label && label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                                                        : QSize(widget->sizeHint().width(), 0);
        if (needed.width() > widget->width() || needed.height() > widget->height())
            cut += QStringLiteral("%1: \"%2\" needs %3x%4, has %5x%6")
                       .arg(describe(widget), label ? label->text().left(60) : nameOf(const_cast<QWidget *>(widget)))
                       .arg(needed.width())
                       .arg(needed.height())
                       .arg(widget->width())
                       .arg(widget->height());
    }
    return cut;
}

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void cleanupTestCase() { m_story.reset(); }
    void shouldNameEveryControl_data() { places(); }
    void shouldNameEveryControl();
    void shouldTakeAndShowTheFocus_data() { places(); }
    void shouldTakeAndShowTheFocus();
    void shouldCutNoTextOff_data();
    void shouldCutNoTextOff();
    void shouldReachEveryControlByTab();
    void shouldGiveEveryEntryOfAMenuAName();
    void shouldGiveEveryCommandKeysToBeginWith();

  private:
    static void places();
    void openDialog(const QString &place);
    //! Shows a page or a dialog; answers what is to be walked over.
    QWidget *go(const QString &place);

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
};

void AccessibilityTest::initTestCase() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know(*sampleKnowledge()));
    m_stage = std::make_unique<Stage>(m_story->open());
    // GIVEN a customer who was answered, and one whose ticket is open with a lesson in the making
    m_stage->type("customerComposer", QStringLiteral("How do I reset my password?"));
    QVERIFY(m_stage->click("customerSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("customerTranscript").size() > 1, patience);
    QVERIFY(m_stage->click("talkToPerson"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find("agentComposer")->isEnabled(), patience);
    m_stage->type("agentComposer",
                  QStringLiteral("Open the menu at the top right and choose Export to get your data."));
}

void AccessibilityTest::places() {
    QTest::addColumn<QString>("place");
    for (const char *place : {"desk",           "tickets",       "knowledge",         "history",
                              "analytics",      "settings",      "unsavedQuestion",   "agentDialog",
                              "commandPalette", "shortcutSheet", "activityLogDialog", "savedRepliesDialog",
                              "personaDialog",  "lineQuestion",  "macroQuestion",     "mergeQuestion",
                              "fileView",       "requestList",   "conversationList",  "linkQuestion",
                              "question"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

//! The dialogs, each opened as the program opens it, or, where that would take a file or a model, made by itself.
void AccessibilityTest::openDialog(const QString &place) {
    MainWindow &window = m_stage->window();
    const auto trigger = [&](const char *command) { window.findChild<QAction *>(QLatin1String(command))->trigger(); };
    const QHash<QString, std::function<void()>> ways{
        {u"agentDialog"_qs, [&] { trigger("newWindow"); }},
        {u"commandPalette"_qs, [&] { trigger("palette"); }},
        {u"shortcutSheet"_qs, [&] { trigger("shortcuts"); }},
        {u"activityLogDialog"_qs, [&] { trigger("activityLog"); }},
        {u"savedRepliesDialog"_qs, [&] { trigger("savedReplies"); }},
        {u"personaDialog"_qs, [&] { m_stage->click("changePersona"); }},
        {u"lineQuestion"_qs, [&] { window.findChild<DeskPage *>()->findChild<TicketMenu *>()->askForTime(); }},
        {u"mergeQuestion"_qs, [&] { (new MergeQuestion(u"They are of different customers."_qs, &window))->open(); }},
        {u"macroQuestion"_qs,
         [&] {
             const Macro macro{
                 .name = u"Refund"_qs, .text = u"Hi, {{ask:Amount}}"_qs, .actions = {{MacroDeed::Resolve}}};
             (new MacroQuestion(m_story->theme(), {{macro}, {u"Amount"_qs}}, &window))->open();
         }},
        {u"fileView"_qs,
         [&] {
             const SentFile file{.upload = u"a"_qs, .name = u"note.txt"_qs, .type = u"text/plain"_qs, .size = 8};
             (new FileView(file, "It hums.", {}, &window))->open();
         }},
        {u"requestList"_qs,
         [&] {
             auto *list = new RequestList({{.at = QDateTime::currentDateTimeUtc(), .model = u"one"_qs}}, &window);
             list->setAttribute(Qt::WA_DeleteOnClose);
             list->open();
         }},
        {u"conversationList"_qs, [&] { window.findChild<AnalyticsPage *>()->list({}); }},
        {u"linkQuestion"_qs,
         [&] { askBeforeOpening(QUrl(u"https://example.org/a"_qs), &window, [](const QUrl &) {}); }},
        {u"question"_qs, [&] { askBefore(u"Revoke the key?"_qs, u"Revoke"_qs, false, &window, [] {}); }},
    };
    ways.value(place, [] {})();
    until([&] { return m_stage->shows(qPrintable(place)); });
}

QWidget *AccessibilityTest::go(const QString &place) {
    const bool isKnowledge = place == QLatin1String("history") || place == QLatin1String("unsavedQuestion");
    MainWindow &window = m_stage->window();
    for (QDialog *dialog : window.findChildren<QDialog *>())
        dialog->close();
    const bool isPage = isKnowledge || window.findChild<QWidget *>(place + u"Page"_qs);
    if (!isPage) {
        window.showPage(place == u"conversationList"_qs ? u"analytics"_qs : u"desk"_qs);
        openDialog(place);
        return m_stage->find(qPrintable(place));
    }
    window.showPage(isKnowledge ? QStringLiteral("knowledge") : place);
    if (m_stage->shows("closeHistory"))
        m_stage->click("closeHistory");
    if (isKnowledge)
        until([&] { return m_stage->find("articleTitle")->isVisible(); });
    if (place == QLatin1String("history")) {
        until([&] { return m_stage->find("articleHistory")->isEnabled(); });
        m_stage->click("articleHistory");
        until([&] { return m_stage->shows("versions"); });
    } else if (place == QLatin1String("unsavedQuestion")) {
        m_stage->type("articleTitle", QStringLiteral("x"));
        window.close();
        until([&] { return m_stage->shows("unsavedQuestion"); });
        return m_stage->find("unsavedQuestion");
    }
    return &window;
}

void AccessibilityTest::shouldNameEveryControl() {
    QFETCH(QString, place);
    const QWidget *root = go(place);
    const QVector<QWidget *> controls = controlsOf(*root);
    QVERIFY(controls.size() > 1);
    QStringList nameless;
    for (QWidget *control : controls) {
        if (control->objectName().isEmpty() || nameOf(control).isEmpty())
            nameless += describe(control);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

//! Also where it cannot have the focus because it became hidden or disabled by the losing of the other's.
static bool showsFocus(QWidget &control) {
    for (QWidget *above = &control; above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(&control);
    }
    if (QWidget *other = QApplication::focusWidget())
        other->clearFocus();
    const QImage before = pictureAround(control);
    control.setFocus(Qt::TabFocusReason);
    const QWidget *focus = QApplication::focusWidget();
    return !focus || (focus != &control && focus != control.focusProxy()) || pictureAround(control) != before;
}

void AccessibilityTest::shouldTakeAndShowTheFocus() {
    QFETCH(QString, place);
    QWidget *root = go(place);
    root->window()->activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), root->window(), patience);
    QStringList blind;
    for (QWidget *control : controlsOf(*root)) {
        if (!control->isEnabled() || control->focusProxy()) // what another control works for it is reached there
            continue;
        if (!(control->focusPolicy() & Qt::TabFocus) && !isReachedByArrows(control)) {
            blind += describe(control) + QStringLiteral(": takes no focus by Tab");
            continue;
        }
        // what is read meanwhile may move it: then it is looked at again
        if (!QTest::qWaitFor([control] { return showsFocus(*control); }, patience))
            blind += describe(control) + QStringLiteral(": looks the same with the focus");
    }
    QVERIFY2(blind.isEmpty(), qPrintable(blind.join(u'\n')));
}

void AccessibilityTest::shouldCutNoTextOff_data() {
    QTest::addColumn<QString>("place");
    QTest::addColumn<QSize>("size");
    for (const char *place : {"desk", "tickets", "knowledge", "history", "analytics", "settings"}) {
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
            QTest::addRow("%s at %d", place, size.width()) << QString::fromLatin1(place) << size;
    }
}

void AccessibilityTest::shouldCutNoTextOff() {
    QFETCH(QString, place);
    QFETCH(QSize, size);
    QWidget *root = go(place);
    root->resize(size);
    QTRY_COMPARE(root->size(), size);
    // What was read meanwhile finds its place first.
    if (!QTest::qWaitFor([&] { return cutIn(*root).isEmpty(); }, 5000))
        QFAIL(qPrintable(cutIn(*root).join(u'\n')));
}

void AccessibilityTest::shouldReachEveryControlByTab() {
    QWidget *root = go(QStringLiteral("desk"));
    root->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(root));
    m_stage->find("customerComposer")->setFocus();
    QSet<QWidget *> reached;
    const QVector<QWidget *> controls = controlsOf(*root);
    for (int step = 0; step < 5 * controls.size(); ++step) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    for (QWidget *control : controls) {
        if (control->isEnabled() && !reached.contains(control) && !reached.contains(control->focusProxy()))
            missed += describe(control);
    }
    // Of the buttons in one group (the pages) the chosen one is reached, the others by arrow.
    missed.removeIf([](const QString &control) { return control.contains(QStringLiteral("NavigationButton")); });
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void AccessibilityTest::shouldGiveEveryEntryOfAMenuAName() {
    for (const QMenu *menu : m_stage->window().findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions())
            QVERIFY2(action->isSeparator() || (!action->text().isEmpty() && !action->objectName().isEmpty()),
                     qPrintable(action->text()));
    }
}

void AccessibilityTest::shouldGiveEveryCommandKeysToBeginWith() {
    const QVector<Command *> all = CommandRegistry(m_stage->window()).all();
    QVERIFY(all.size() > 60);
    QStringList without;
    for (const Command *command : all) {
        if (command->defaultKeys().isEmpty() && !command->objectName().startsWith(QStringLiteral("macro.")))
            without += command->objectName();
    }
    QCOMPARE(without, QStringList());
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::AccessibilityTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "accessibility_test.moc"
