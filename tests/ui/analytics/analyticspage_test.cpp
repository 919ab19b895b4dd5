// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The page shows exactly the figures of a known history, and every number leads to exactly its conversations.
#include "tests/ui/analytics/readerthread.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/chartview.h"
#include "ui/analytics/conversationlist.h"
#include "ui/analytics/figuretile.h"
#include <QtCharts/QAreaSeries>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QPieSeries>
#include <QtCharts/QPieSlice>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>

namespace relaydesk {

namespace {

const QDate start(2026, 8, 1);
const QDate first(2026, 9, 1);
const QDate last(2026, 9, 30);

QString s(const char *text) { return QString::fromLatin1(text); }

DeskHistory knownHistory() {
    DeskHistory history(21, QTimeZone::systemTimeZone());
    history.write(start, QDate(2026, 10, 10), 25);
    return history;
}

QVector<qint64> distinct(QVector<qint64> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

class AnalyticsPageTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_page = std::make_unique<AnalyticsPage>(m_theme, m_thread.remote());
        m_page->resize(1300, 840);
        m_page->show();
        QSignalSpy reported(m_page.get(), &AnalyticsPage::reported);
        m_page->showDays(first, last);
        QTRY_COMPARE(reported.size(), 1);
        QCOMPARE(m_page->report().period, m_month);
    }
    void cleanup() {
        m_page.reset();
        m_theme.choose(ThemeChoice::System);
    }

    void shouldShowExactlyTheKnownFigures() {
        const auto number = [&](Subject subject) { return analyticswords::number(m_history.number(subject, m_month)); };
        QCOMPARE(tile("tileTotalQueries").number, number(Subject::TotalQueries));
        QCOMPARE(tile("tileAiResolved").number, number(Subject::AiResolved));
        QVERIFY(tile("tileAiResolved").note.contains(number(Subject::AiConfirmed) + s(" confirmed")));
        QCOMPARE(tile("tileHumanResolved").number, number(Subject::HumanResolved));
        QVERIFY(tile("tileHumanResolved").note.contains(number(Subject::StillOpen) + s(" still open")));
        QCOMPARE(tile("tileLearningEvents").number, number(Subject::LearningEvents));
        QCOMPARE(tile("tileLearningEvents").note, number(Subject::RollBacks) + s(" rolled back"));
        QVERIFY(tile("tileFirstReply").note.contains(number(Subject::FirstReplies)));
        // AND the change against the thirty days before
        const int now = m_history.number(Subject::TotalQueries, m_month);
        const int before = m_history.number(Subject::TotalQueries, m_month.before());
        const int percent = qRound(100.0 * std::abs(now - before) / before);
        QCOMPARE(tile("tileTotalQueries").change, (now > before ? u"▲ %1 %"_qs : u"▼ %1 %"_qs).arg(percent));
        QCOMPARE(tile("tileTotalQueries").against, s("vs 30 days before"));
    }

    void shouldDrawExactlyTheKnownNumbers() {
        // THEN the ring
        const auto slices = series<QPieSeries>("analyticsOutcomeChart")->slices();
        QCOMPARE(int(slices[0]->value()), m_history.number(Subject::AiResolved, m_month));
        QCOMPARE(int(slices[1]->value()), m_history.number(Subject::HumanResolved, m_month));
        QCOMPARE(int(slices[2]->value()), m_history.number(Subject::StillOpen, m_month));
        // AND each day, in the chart and in the table beside it
        auto *days = m_page->findChild<QTableWidget *>(s("analyticsResolvedTable"));
        QCOMPARE(days->rowCount(), 30);
        const auto areas = view("analyticsResolvedChart")->chart()->series();
        for (int day = 0; day < 30; ++day) {
            const Period one{first.addDays(day), first.addDays(day)};
            const int assistant = m_history.number(Subject::AiResolved, one);
            const int people = m_history.number(Subject::HumanResolved, one);
            QCOMPARE(days->item(day, 1)->text(), QString::number(m_history.number(Subject::TotalQueries, one)));
            QCOMPARE(days->item(day, 2)->text(), QString::number(assistant));
            QCOMPARE(days->item(day, 3)->text(), QString::number(people));
            QCOMPARE(int(qobject_cast<QAreaSeries *>(areas[0])->upperSeries()->at(day).y()), assistant);
            QCOMPARE(int(qobject_cast<QAreaSeries *>(areas[1])->upperSeries()->at(day).y()), assistant + people);
        }
        // AND the reasons
        auto *reasons = m_page->findChild<QTableWidget *>(s("analyticsReasonsTable"));
        int together = 0;
        for (int row = 0; row < reasons->rowCount(); ++row)
            together += reasons->item(row, 1)->text().toInt();
        QCOMPARE(together, m_history.number(Subject::Handoffs, m_month));
    }

    void shouldListExactlyTheConversationsBehindATile_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("subject");
        QTest::newRow("queries") << s("tileTotalQueries") << int(Subject::TotalQueries);
        QTest::newRow("assistant") << s("tileAiResolved") << int(Subject::AiResolved);
        QTest::newRow("people") << s("tileHumanResolved") << int(Subject::HumanResolved);
        QTest::newRow("lessons") << s("tileLearningEvents") << int(Subject::LearningEvents);
        QTest::newRow("first reply") << s("tileFirstReply") << int(Subject::FirstReplies);
    }
    void shouldListExactlyTheConversationsBehindATile() {
        QFETCH(QString, name);
        QFETCH(int, subject);
        QTest::mouseClick(m_page->findChild<FigureTile *>(name), Qt::LeftButton);
        const auto truth = distinct(m_history.truth(static_cast<Subject>(subject), m_month));
        QVERIFY(!truth.isEmpty());
        QTRY_COMPARE(listed(), truth);
    }

    void shouldListWhatAClickOnAChartPointsAt() {
        // WHEN a day is clicked in the assistant's area
        auto *resolved = view("analyticsResolvedChart");
        auto *area = qobject_cast<QAreaSeries *>(resolved->chart()->series().first());
        const double height = area->upperSeries()->at(9).y() / 2;
        click(resolved, resolved->chart()->mapToPosition({9, height}, area));
        const Period tenth{first.addDays(9), first.addDays(9)};
        QTRY_COMPARE(listed(), distinct(m_history.truth(Subject::AiResolved, tenth)));
        m_page->findChild<ConversationList *>()->close();
        // AND the longest bar
        auto *reasons = view("analyticsReasonsChart");
        auto *bars = qobject_cast<QHorizontalBarSeries *>(reasons->chart()->series().first());
        const auto [reason, number] = m_page->report().reasons.first();
        const double top = double(m_page->report().reasons.size()) - 1;
        click(reasons, reasons->chart()->mapToPosition({number / 2.0, top}, bars));
        QTRY_COMPARE(listed(), distinct(m_history.truth(Subject::Handoffs, m_month, reason)));
        m_page->findChild<ConversationList *>()->close();
        // AND the people's part of the ring, by the row of its table
        auto *table = m_page->findChild<QTableWidget *>(s("analyticsOutcomeTable"));
        emit table->cellActivated(1, 0);
        QTRY_COMPARE(listed(), distinct(m_history.truth(Subject::HumanResolved, m_month)));
    }

    void shouldAskForTheConversationThatIsOpened() {
        QSignalSpy wanted(m_page.get(), &AnalyticsPage::conversationWanted);
        m_page->list({Subject::HumanResolved, {}, {}});
        QTRY_VERIFY(!listed().isEmpty());
        auto *table = m_page->findChild<QTableView *>(s("conversationListTable"));
        QTRY_VERIFY(table->currentIndex().isValid());
        const auto id = table->currentIndex().data(ConversationTableModel::IdRole).toLongLong();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<ConversationId>().value, id);
    }

    void shouldDropWhatAnOlderRequestBrings() {
        QSignalSpy reported(m_page.get(), &AnalyticsPage::reported);
        // WHEN an answer is on its way and other days are asked for
        m_thread.hold();
        m_page->showDays(first, first);
        m_thread.letGo();
        m_thread.finish();
        m_page->showDays(last, last);
        // THEN only those arrive
        QTRY_COMPARE(reported.size(), 1);
        QCOMPARE(m_page->report().period.first, last);
    }

    void shouldNotCountWhatNobodyWaitsForAnyMore() {
        QSignalSpy reported(m_page.get(), &AnalyticsPage::reported);
        m_thread.hold();
        for (int day = 0; day < 5; ++day)
            m_page->showDays(first.addDays(day), first.addDays(day));
        m_thread.letGo();
        QTRY_COMPARE(reported.size(), 1);
        QCOMPARE(m_page->report().period.first, first.addDays(4));
    }

    void shouldChooseTheDaysOfThePicker_data() {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("days");
        QTest::newRow("a week") << 0 << 7;
        QTest::newRow("a month") << 1 << 30;
        QTest::newRow("a quarter") << 2 << 90;
    }
    void shouldChooseTheDaysOfThePicker() {
        QFETCH(int, choice);
        QFETCH(int, days);
        m_page->findChild<QComboBox *>(s("analyticsPeriod"))->setCurrentIndex(choice);
        QTRY_COMPARE(m_page->report().period.days(), days);
        QVERIFY(m_page->report().before);
        QVERIFY(!m_page->findChild<QDateEdit *>(s("analyticsFrom"))->isVisible());
    }

    void shouldBeginWithTheFirstDayWhereAllAreChosen() {
        m_page->findChild<QComboBox *>(s("analyticsPeriod"))->setCurrentIndex(3);
        QTRY_COMPARE(m_page->report().period.first, start);
        QCOMPARE(tile("tileTotalQueries").change, QString());
    }

    void shouldKeepTheTwoDatesInOrder() {
        m_page->findChild<QDateEdit *>(s("analyticsFrom"))->setDate(last.addDays(5));
        QTRY_COMPARE(m_page->report().period.first, last.addDays(5));
        QCOMPARE(m_page->report().period.last, last.addDays(5));
        m_page->findChild<QDateEdit *>(s("analyticsTo"))->setDate(first);
        QTRY_COMPARE(m_page->report().period.first, first);
        QCOMPARE(m_page->report().period.last, first);
    }

    void shouldRecolourAtOnceWithTheTheme() {
        m_theme.choose(ThemeChoice::Light);
        const auto slices = series<QPieSeries>("analyticsOutcomeChart")->slices();
        QCOMPARE(slices[0]->color(), lightTokens().assistant);
        QCOMPARE(slices[1]->color(), lightTokens().people);
        m_theme.choose(ThemeChoice::Dark);
        QCOMPARE(slices[0]->color(), darkTokens().assistant);
        QCOMPARE(slices[1]->color(), darkTokens().people);
        QCOMPARE(view("analyticsOutcomeChart")->chart()->animationOptions(), QChart::NoAnimation);
    }

    void shouldShowTheTableOnlyWhenWanted() {
        auto *table = m_page->findChild<QTableWidget *>(s("analyticsLearningTable"));
        QVERIFY(!table->isVisible());
        QTest::mouseClick(m_page->findChild<QPushButton *>(s("analyticsLearningTableButton")), Qt::LeftButton);
        QVERIFY(table->isVisible());
        QVERIFY(table->rowCount() > 0);
    }

    void shouldSayWhatToDoWhileNobodyAsked() {
        ReaderThread unused{DeskHistory(1, QTimeZone::utc())};
        AnalyticsPage page(m_theme, unused.remote());
        page.show();
        page.refresh();
        auto *empty = page.findChild<QWidget *>(s("analyticsEmpty"));
        QTRY_VERIFY(empty->isVisible());
    }

    void shouldKeepThePageWhereOnlyTheDaysAreEmpty() {
        m_page->showDays(QDate(2020, 1, 1), QDate(2020, 1, 7));
        QTRY_COMPARE(m_page->report().period.days(), 7);
        QVERIFY(!m_page->findChild<QWidget *>(s("analyticsEmpty"))->isVisible());
        QCOMPARE(tile("tileTotalQueries").number, s("0"));
        QCOMPARE(tile("tileFirstReply").number, u"–"_qs);
    }

    void shouldNameEveryControl() {
        m_page->list({Subject::TotalQueries, {}, {}});
        QTRY_VERIFY(!listed().isEmpty());
        const auto widgets = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisibleTo(m_page.get()) || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            // Qt's own parts of a composed control are named by that control
            const bool isPart = widget->objectName().startsWith(s("qt_"));
            QVERIFY2(isPart || !widget->accessibleName().isEmpty(),
                     qPrintable(widget->objectName() + u' ' + widget->parentWidget()->objectName()));
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }

  private:
    TileText tile(const char *name) const { return m_page->findChild<FigureTile *>(s(name))->tileText(); }
    ChartView *view(const char *name) const { return m_page->findChild<ChartView *>(s(name)); }
    template <typename Series>
    Series *series(const char *name) const {
        return qobject_cast<Series *>(view(name)->chart()->series().first());
    }

    QVector<qint64> listed() const {
        QVector<qint64> ids;
        if (const auto *list = m_page->findChild<ConversationList *>(); list && list->isVisible()) {
            for (const ConversationCase &row : list->model().rows())
                ids += row.id.value;
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    static void click(ChartView *view, const QPointF &inChart) {
        const QPointF inScene = view->chart()->mapToScene(inChart);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->mapFromScene(inScene));
    }

    Theme m_theme{*qobject_cast<QApplication *>(QCoreApplication::instance())};
    const DeskHistory m_history = knownHistory();
    const Period m_month{first, last};
    ReaderThread m_thread{m_history};
    std::unique_ptr<AnalyticsPage> m_page;
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::AnalyticsPageTest)
#include "analyticspage_test.moc"
