// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the watchdog of debug builds names who kept the window's thread, and blames nobody else.
#include "app/watchedapplication.h"
#include <QtCore/QEventLoop>
#include <QtTest/QtTest>

namespace relaydesk {

namespace {

qint64 clockMs = 0;

//! Takes its time with every event.
class Slow : public QObject {
    Q_OBJECT

  public:
    qint64 before = 0;         //!< milliseconds of its own
    QObject *within = nullptr; //!< then sends this one an event
    QEventLoop *loop = nullptr;

    bool event(QEvent *event) override {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        clockMs += before;
        if (within) {
            QEvent inner(QEvent::User);
            QCoreApplication::sendEvent(within, &inner);
        }
        if (loop)
            loop->exec();
        return true;
    }
};

} // namespace

class WatchedApplicationTest : public QObject {
    Q_OBJECT

  public:
    explicit WatchedApplicationTest(WatchedApplication &application) : m_application(application) {}

  private slots:
    void init();
    void shouldNameWhoTookLong();
    void shouldSayNothingOfWhatWasQuick();
    void shouldBlameTheInnermostCall();
    void shouldNotTakeAnOpenDialogForACall();

  private:
    void send(QObject &receiver) {
        QEvent event(QEvent::User);
        QCoreApplication::sendEvent(&receiver, &event);
    }

    WatchedApplication &m_application;
    QStringList m_reports;
};

void WatchedApplicationTest::init() {
    m_reports.clear();
    m_application.setClock([] { return clockMs; });
    m_application.setReport([this](const QString &sentence) { m_reports += sentence; });
}

void WatchedApplicationTest::shouldNameWhoTookLong() {
    Slow slow;
    slow.setObjectName(QStringLiteral("queue"));
    slow.before = 17;
    send(slow);
    QCOMPARE(m_reports, QStringList(QStringLiteral("User to relaydesk::Slow \"queue\" took 17 ms")));
}

void WatchedApplicationTest::shouldSayNothingOfWhatWasQuick() {
    Slow slow;
    slow.before = 16;
    send(slow);
    QVERIFY(m_reports.isEmpty());
}

void WatchedApplicationTest::shouldBlameTheInnermostCall() {
    Slow inner, outer;
    inner.setObjectName(QStringLiteral("inner"));
    inner.before = 30;
    outer.before = 10;
    outer.within = &inner;
    send(outer);
    QCOMPARE(m_reports.size(), 1);
    QVERIFY(m_reports.first().contains(QStringLiteral("\"inner\" took 30 ms")));
}

void WatchedApplicationTest::shouldNotTakeAnOpenDialogForACall() {
    // GIVEN a call that waits in an event loop while another object works and then ends the loop
    QEventLoop loop;
    Slow worker, outer;
    outer.loop = &loop;
    outer.before = 20;
    QMetaObject::invokeMethod(
        &worker,
        [&] {
            clockMs += 5;
            loop.quit();
        },
        Qt::QueuedConnection);
    send(outer);
    QVERIFY2(m_reports.isEmpty(), qPrintable(m_reports.join(u'\n')));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    relaydesk::WatchedApplication application(argc, argv);
    relaydesk::WatchedApplicationTest test(application);
    return QTest::qExec(&test, argc, argv);
}

#include "watchedapplication_test.moc"
