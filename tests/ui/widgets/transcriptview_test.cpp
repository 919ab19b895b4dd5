// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a conversation can be read: stays at the bottom or where the reader is, folds, copies, and shows hostile text
//! as text.
#include "models/items/messagelistmodel.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/workplace.h"
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace relaydesk {

class LinkOpener : public QObject {
    Q_OBJECT

  public slots:
    void open(const QUrl &url) { m_opened = url; }

  public:
    QUrl m_opened;
};

//! A system that may want little motion.
class StillStyle : public QProxyStyle {
  public:
    explicit StillStyle(bool isStill) : m_isStill(isStill) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override {
        if (hint == SH_Widget_Animation_Duration)
            return m_isStill ? 0 : 150;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

  private:
    bool m_isStill;
};

class TranscriptViewTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_theme.reset(); }
    void shouldStayAtTheBottomWhenItWasThere();
    void shouldStayWithTheReaderWhoScrolledUp();
    void shouldKeepThePlaceWhileScrollingUpThroughGuesses();
    void shouldLayOutOnlyWhatIsInSight();
    void shouldFindTheBubbleUnderThePointer();
    void shouldShowWhereTheKeyboardIs();
    void shouldReachTheTopInOneGo();
    void shouldScrollToAnyMessage();
    void shouldFoldAVeryLongTextUntilAsked();
    void shouldCopyTheCurrentBubble();
    void shouldCopySeveralBubblesWithTheirSpeakers();
    void shouldOfferCopyingInTheMenu();
    void shouldGrowWithATextThatIsStillWritten();
    void shouldHideNotesFromTheCustomer();
    void shouldAskBeforeOpeningALink();
    void shouldMoveNothingWhereLittleMotionIsWanted_data();
    void shouldMoveNothingWhereLittleMotionIsWanted();
    void shouldTellWhichThumbWasPressed_data();
    void shouldTellWhichThumbWasPressed();

  private:
    void show(int count, int words = 12);
    int bottomGap() const { return m_view->verticalScrollBar()->maximum() - m_view->verticalScrollBar()->value(); }

    QTemporaryDir m_home; //!< of the settings
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MessageListModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
};

namespace {

MessageRow message(qint64 id, const QString &text, Author author = Author::Customer) {
    return {.id = {id},
            .author = author,
            .speaker = QStringLiteral("Maya"),
            .text = text,
            .at = QDateTime(QDate(2026, 11, 22), QTime(10, 0)).addSecs(id)};
}

} // namespace

void TranscriptViewTest::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    m_theme = std::make_unique<Theme>(*qApp);
}

void TranscriptViewTest::init() {
    m_model = std::make_unique<MessageListModel>();
    m_view = std::make_unique<TranscriptView>(*m_theme, TranscriptView::Side::Agent);
    m_view->setModel(m_model.get());
    m_view->resize(400, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TranscriptViewTest::cleanup() {
    m_view.reset();
    m_model.reset();
}

void TranscriptViewTest::show(int count, int words) {
    QVector<MessageRow> rows;
    for (int number = 1; number <= count; ++number) {
        const Author author = number % 2 ? Author::Customer : Author::Assistant;
        rows.append(message(number, QStringLiteral("word ").repeated(words + number % 40), author));
    }
    m_model->show(rows);
}

void TranscriptViewTest::shouldStayAtTheBottomWhenItWasThere() {
    show(100);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(bottomGap(), 0);
    m_model->append(message(101, QStringLiteral("new ").repeated(200)));
    QCOMPARE(bottomGap(), 0);
    m_model->setTyping(QStringLiteral("Dana"));
    QCOMPARE(bottomGap(), 0);
    m_view->resize(300, 420);
    QTRY_COMPARE(bottomGap(), 0);
    const QRect last = m_view->visualRect(m_model->index(m_model->rowCount() - 1));
    QVERIFY(last.bottom() < m_view->viewport()->height());
}

void TranscriptViewTest::shouldStayWithTheReaderWhoScrolledUp() {
    // GIVEN a reader in the middle
    show(100);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const QModelIndex seen = m_view->indexAt({50, 200});
    const int y = m_view->visualRect(seen).top();
    // WHEN messages arrive and another one is typing THEN nothing moves
    m_model->append(message(101, QStringLiteral("new")));
    m_model->setTyping(QStringLiteral("Dana"));
    QCOMPARE(m_view->visualRect(seen).top(), y);
    QVERIFY(bottomGap() > 0);
}

void TranscriptViewTest::shouldKeepThePlaceWhileScrollingUpThroughGuesses() {
    show(400, 30);
    for (int step = 0; step < 60; ++step) {
        const QModelIndex seen = m_view->indexAt({50, 20});
        const int y = m_view->visualRect(seen).top();
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 100);
        QCOMPARE(m_view->visualRect(seen).top(), y + 100);
    }
}

void TranscriptViewTest::shouldLayOutOnlyWhatIsInSight() {
    // GIVEN a delegate that counts
    class Counting : public QAbstractListModel {
      public:
        int rowCount(const QModelIndex &) const override { return 5000; }
        QVariant data(const QModelIndex &index, int role) const override {
            if (role == MessageListModel::SpeakerRole) // asked for layouts, not for guesses
                m_asked.insert(index.row());
            if (role == MessageListModel::IdRole)
                return static_cast<qlonglong>(index.row() + 1);
            if (role == MessageListModel::AuthorRole)
                return QVariant::fromValue(Author::Agent);
            return role == MessageListModel::TextRole ? QVariant(QStringLiteral("hello")) : QVariant();
        }
        mutable QSet<int> m_asked;
    };
    Counting model;
    // WHEN it is shown THEN only a screenful was laid out
    m_view->setModel(&model);
    m_view->grab();
    QVERIFY(m_view->verticalScrollBar()->maximum() > 100000);
    QVERIFY2(!model.m_asked.isEmpty() && model.m_asked.size() < 60, qPrintable(QString::number(model.m_asked.size())));
    m_view->setModel(m_model.get());
}

void TranscriptViewTest::shouldFindTheBubbleUnderThePointer() {
    show(30);
    for (int y = 20; y < 480; y += 7) {
        const QModelIndex index = m_view->indexAt({100, y});
        if (index.isValid())
            QVERIFY(m_view->visualRect(index).contains(100, y));
    }
    QVERIFY(m_view->indexAt({100, 200}).isValid());
}

void TranscriptViewTest::shouldShowWhereTheKeyboardIs() {
    // GIVEN three messages and somebody typing
    show(3);
    m_model->setTyping(QStringLiteral("Dana"));
    const QImage without = m_view->grab().toImage();
    // WHEN the keyboard comes in THEN the last message has a ring, and the arrows move it
    QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(m_view.get(), &in);
    QCOMPARE(m_view->currentIndex().row(), 2);
    m_view->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    QVERIFY(m_view->grab().toImage() != without);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 1);
}

void TranscriptViewTest::shouldReachTheTopInOneGo() {
    show(60, 30);
    m_view->verticalScrollBar()->setValue(0);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->visualRect(m_model->index(0)).top(), 12);
}

void TranscriptViewTest::shouldScrollToAnyMessage() {
    show(300, 25);
    for (const int row : {0, 299, 150, 7, 151, 298}) {
        m_view->scrollTo(m_model->index(row));
        const QRect area = m_view->visualRect(m_model->index(row));
        QVERIFY2(area.top() >= 0 && area.bottom() <= m_view->viewport()->height(), qPrintable(QString::number(row)));
    }
}

void TranscriptViewTest::shouldFoldAVeryLongTextUntilAsked() {
    // GIVEN 100,000 characters
    m_model->show({message(1, QStringLiteral("ten chars ").repeated(10000))});
    const int folded = m_view->visualRect(m_model->index(0)).height();
    QVERIFY(folded < 2500);
    // WHEN the reader wants all of it, by keyboard
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    // THEN it is all there, and copying never was less
    QVERIFY(m_view->visualRect(m_model->index(0)).height() > 20 * folded);
    m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().size(), 100000);
}

void TranscriptViewTest::shouldCopyTheCurrentBubble() {
    const QString hostile = QStringLiteral("<b>bold</b> ![x](file:///etc/passwd) & \u202E reversed");
    m_model->show({message(1, hostile)});
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(0));
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), hostile);
}

void TranscriptViewTest::shouldCopySeveralBubblesWithTheirSpeakers() {
    m_model->show({message(1, QStringLiteral("first")), message(2, QStringLiteral("second"))});
    m_model->setTyping(QStringLiteral("Dana"));
    m_view->selectAll();
    m_view->copy();
    const QStringList copied = QGuiApplication::clipboard()->text().split(QStringLiteral("\n\n"));
    QCOMPARE(copied.size(), 2);
    QVERIFY(copied[0].startsWith(QStringLiteral("Maya, ")) && copied[0].endsWith(QStringLiteral(": first")));
}

void TranscriptViewTest::shouldOfferCopyingInTheMenu() {
    m_model->show({message(1, QStringLiteral("see [it](https://example.org/a)"), Author::Agent)});
    m_view->setCurrentIndex(m_model->index(0));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, m_view->mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>(QStringLiteral("transcriptMenu"));
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().at(1)->text(), QStringLiteral("Open https://example.org/a"));
    menu->actions().at(0)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("see [it](https://example.org/a)"));
    menu->close();
}

void TranscriptViewTest::shouldGrowWithATextThatIsStillWritten() {
    show(40);
    QVector<MessageRow> rows;
    for (int number = 0; number < 40; ++number)
        rows.append(m_model->row(number));
    const int before = m_view->visualRect(m_model->index(39)).height();
    rows[39].text += QStringLiteral(" and many more words").repeated(20);
    m_model->show(rows);
    QVERIFY(m_view->visualRect(m_model->index(39)).height() > before);
    QCOMPARE(bottomGap(), 0);
}

void TranscriptViewTest::shouldHideNotesFromTheCustomer() {
    MessageRow note = message(1, QStringLiteral("Summary"), Author::System);
    note.isNote = true;
    m_model->show({note, message(2, QStringLiteral("hello"))});
    QVERIFY(m_view->visualRect(m_model->index(0)).height() > 0);
    TranscriptView customer(*m_theme, TranscriptView::Side::Customer);
    customer.setModel(m_model.get());
    customer.resize(400, 400);
    QCOMPARE(customer.visualRect(m_model->index(0)).height(), 0);
    QVERIFY(customer.visualRect(m_model->index(1)).height() > 0);
}

void TranscriptViewTest::shouldAskBeforeOpeningALink() {
    // GIVEN a link under the pointer, and a system that would open it
    LinkOpener opener;
    m_model->show({message(1, QStringLiteral("[somewhere far away](https://example.org/a)"), Author::Agent)});
    const QSignalSpy opened(m_view.get(), &TranscriptView::linkActivated);
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &opener, "open");
    const QRect area = m_view->visualRect(m_model->index(0));
    QPoint link;
    for (int x = 0; x < area.width() && link.isNull(); x += 4) {
        for (int y = area.top(); y < area.bottom() && link.isNull(); y += 4) {
            QTest::mouseMove(m_view->viewport(), {x, y});
            if (m_view->viewport()->cursor().shape() == Qt::PointingHandCursor)
                link = {x, y};
        }
    }
    QVERIFY(!link.isNull());
    // WHEN it is clicked THEN it is asked first, with the whole address
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, link);
    auto *question = m_view->findChild<QMessageBox *>(QStringLiteral("linkQuestion"));
    QVERIFY(question);
    QCOMPARE(question->informativeText(), QStringLiteral("https://example.org/a"));
    QCOMPARE(opened.count(), 0);
    // WHEN the answer is yes THEN it is opened
    question->findChild<QPushButton *>(QStringLiteral("openLink"))->click();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opener.m_opened, QUrl(QStringLiteral("https://example.org/a")));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void TranscriptViewTest::shouldMoveNothingWhereLittleMotionIsWanted_data() {
    QTest::addColumn<bool>("system");
    QTest::addColumn<bool>("agent");
    QTest::addColumn<bool>("moves");
    QTest::newRow("nobody minds") << false << false << true;
    QTest::newRow("the system does") << true << false << false;
    QTest::newRow("the agent does") << false << true << false;
}

void TranscriptViewTest::shouldMoveNothingWhereLittleMotionIsWanted() {
    QFETCH(bool, system);
    QFETCH(bool, agent);
    QFETCH(bool, moves);
    Workplace{.littleMotion = agent}.write();
    StillStyle still(system);
    TranscriptView view(*m_theme, TranscriptView::Side::Agent);
    view.setStyle(&still);
    view.setModel(m_model.get());
    view.show();
    m_model->show({message(1, QStringLiteral("Hello"))});
    // WHEN somebody types
    m_model->setTyping(QStringLiteral("Maya"));
    QTRY_COMPARE(view.findChild<QTimer *>(QStringLiteral("dots"))->isActive(), moves);
    m_model->setTyping({});
    QTRY_VERIFY(!view.findChild<QTimer *>(QStringLiteral("dots"))->isActive());
    Workplace{}.write();
}

void TranscriptViewTest::shouldTellWhichThumbWasPressed_data() {
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("judgeable");
    QTest::newRow("up") << true << true;
    QTest::newRow("down") << false << true;
    QTest::newRow("where nobody may") << true << false;
}

void TranscriptViewTest::shouldTellWhichThumbWasPressed() {
    QFETCH(bool, up);
    QFETCH(bool, judgeable);
    TranscriptView view(*m_theme, TranscriptView::Side::Customer);
    MessageRow answer = message(2, QStringLiteral("Open **Settings**."), Author::Assistant);
    answer.answer = {7};
    m_model->show({message(1, QStringLiteral("Where?")), answer});
    view.setModel(m_model.get());
    view.setJudgeable(judgeable);
    view.resize(400, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy judged(&view, &TranscriptView::judged);
    // at the foot of the bubble, from right to left: no, yes
    const QRect area = view.visualRect(m_model->index(1));
    QPoint thumb(-1, -1);
    QStyleOptionViewItem option;
    option.initFrom(&view);
    option.font = view.font();
    option.rect = area;
    const auto *delegate = qobject_cast<BubbleDelegate *>(view.itemDelegate());
    for (int x = area.right(); x > 0 && thumb.x() < 0; x -= 4) {
        for (int y = area.top(); y < area.bottom() && thumb.x() < 0; y += 4)
            thumb = delegate->thumbAt(option, m_model->index(1), {x, y}) == up ? QPoint(x, y) : QPoint(-1, -1);
    }
    QVERIFY(thumb.x() > 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, thumb);
    view.judge(up); // by keys the same
    QCOMPARE(judged.count(), judgeable ? 2 : 0);
    for (const QList<QVariant> &each : judged) {
        QCOMPARE(each.at(0).value<EventId>(), EventId{7});
        QCOMPARE(each.at(1).toBool(), up);
    }
    // the customer's own words have none, and agents see none
    QVERIFY(!delegate->thumbAt(option, m_model->index(0), thumb));
    QStyleOptionViewItem agents = option;
    agents.rect = m_view->visualRect(m_model->index(1));
    QVERIFY(!qobject_cast<BubbleDelegate *>(m_view->itemDelegate())->thumbAt(agents, m_model->index(1), thumb));
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::TranscriptViewTest)
#include "transcriptview_test.moc"
