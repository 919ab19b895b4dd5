// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the benchmarks of the window measure it with: from a deed until it is painted.
#pragma once
#include "app/openwindows.h"
#include "app/watchedapplication.h"
#include "tests/benchmarks/residentmemory.h"
#include <QtCore/QElapsedTimer>
#include <QtGui/QPaintEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>

namespace relaydesk {

double milliseconds(const QElapsedTimer &timer);
double quantile(QVector<double> values, double share);
//! A line with the figure asked for, and one with the ratio of the median to another figure of the same run, in ms.
void say(const QString &what, const QVector<double> &taken, double askedMedian, double askedHigh,
         const QString &ratioTo, double other);

//! Remembers whether a widget was painted.
class PaintWatch : public QObject {
  public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
    bool painted = false;
};

//! Runs the program's events until `condition` holds; false after `mostMs`.
template <typename Condition>
bool waitFor(Condition condition, qint64 mostMs = 60'000) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > mostMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    return true;
}

//! The item view of that name.
QAbstractItemView *view(MainWindow &window, const char *name);

//! Opens a window and waits until it is painted and its queue has `tickets` rows or more. Null where it cannot be
//! opened, which is said.
WindowSession *start(OpenWindows &windows, const LaunchOptions &options, int tickets, double &tookMs);

//! Whether the encoder, where there is one, has seen all of the knowledge.
bool isEncoded(WindowSession &session);

//! Ticket after ticket of the queue, from the click to the painted conversation.
void measureQueue(MainWindow &window, const LaunchOptions &options, int first, int last);
//! Keys in the composer while so many customers write without a pause.
void measureTyping(WindowSession &session, int writers, double askedMedian);
//! Up and down through the conversation that is open, all of its messages.
void measureScrolling(MainWindow &window, int messages, double askedMedian);
//! Counts the calls on the window's thread that took too long, from here on, and says them at the end.
class LongCalls {
  public:
    explicit LongCalls(WatchedApplication &application);
    ~LongCalls();

  private:
    WatchedApplication &m_application;
    QStringList m_sentences;
};

} // namespace relaydesk
