// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is done beside the window is shown once it takes a while, with how far it is, and can be left off once.
#include "ui/widgets/workbar.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

//! Work that is done when the test says so.
struct Work {
    WorkBar::Start start() {
        return [this](const Progress &given) {
            progress = given;
            promise.start();
            return promise.future();
        };
    }
    void end(const WorkBar::Outcome &outcome) {
        promise.addResult(outcome);
        promise.finish();
    }

    Progress progress;
    QPromise<WorkBar::Outcome> promise;
};

} // namespace

class WorkBarTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_theme = std::make_unique<Theme>(*qApp);
        m_window = std::make_unique<QWidget>();
        m_bar = new WorkBar(*m_theme, m_window.get());
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void shouldNotShowWhatIsDoneAtOnce() {
        QSignalSpy failed(m_bar, &WorkBar::failed);
        m_bar->run(u"Writing"_qs, [](const Progress &) -> WorkBar::Outcome {
            return failure(ErrorKind::Storage, u"The disk is full."_qs);
        });
        QVERIFY(m_bar->isHidden());
        QTRY_COMPARE(failed.size(), 1);
        // WHEN the events have gone round for longer than its patience THEN it still is hidden
        QTimer later;
        later.setSingleShot(true);
        later.start(2 * WorkBar::patienceMs);
        QTRY_VERIFY(!later.isActive());
        QVERIFY(m_bar->isHidden());
    }

    void shouldShowHowFarItIsAndWhatBecameOfIt() {
        Work work;
        m_bar->follow(u"Writing"_qs, work.start());
        QTRY_VERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->sentence(), u"Writing"_qs);
        QVERIFY(work.progress(42));
        auto *progress = m_bar->findChild<QProgressBar *>();
        QTRY_COMPARE(progress->value(), 42);
        QVERIFY(!progress->accessibleName().isEmpty());
        work.end(u"Written."_qs);
        QTRY_COMPARE(m_bar->sentence(), u"Written."_qs);
        QVERIFY(!progress->isVisible() && !cancel()->isVisible());
        // and the next begins at nothing
        Work next;
        m_bar->follow(u"Writing again"_qs, next.start());
        QCOMPARE(progress->value(), 0);
        next.end({});
    }

    void shouldLeaveItOff() {
        Work work;
        m_bar->follow(u"Writing"_qs, work.start());
        QTRY_VERIFY(cancel()->isVisible());
        cancel()->click();
        QVERIFY(!cancel()->isEnabled());
        QVERIFY(!work.progress(50));
        work.end(failure(ErrorKind::Cancelled, u"Left off."_qs));
        QTRY_COMPARE(m_bar->sentence(), u"Left off."_qs);
    }

    void shouldDoOneAtATime() {
        QSignalSpy failed(m_bar, &WorkBar::failed);
        Work one, other;
        m_bar->follow(u"Writing one"_qs, one.start());
        m_bar->follow(u"Writing other"_qs, other.start());
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<Failure>().sentence.contains(u"Writing one"_qs));
        QVERIFY(!other.progress);
        // WHEN it is wanted in the place of the first THEN that one is left off, and nothing is said of it
        m_bar->replace(u"Writing other"_qs, other.start());
        QVERIFY(!one.progress(10) && other.progress(10));
        one.end(failure(ErrorKind::Cancelled, u"Left off."_qs));
        QTRY_VERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->sentence(), u"Writing other"_qs);
        other.end(u"Written."_qs);
        QTRY_COMPARE(m_bar->sentence(), u"Written."_qs);
    }

    void shouldFinishWhenItIsGone() {
        std::atomic<int> done = 0;
        m_bar->run(u"Writing"_qs, [&done](const Progress &progress) -> WorkBar::Outcome {
            done = progress(50) ? 1 : 2;
            return QString();
        });
        m_window.reset();
        WorkBar::jobs().waitForDone();
        QCOMPARE(done.load(), 1);
    }

  private:
    QPushButton *cancel() const { return m_bar->findChild<QPushButton *>(u"cancelWork"_qs); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    WorkBar *m_bar = nullptr;
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::WorkBarTest)
#include "workbar_test.moc"
