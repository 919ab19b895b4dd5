// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/watchedapplication.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QMetaEnum>
#include <QtCore/QThread>
#include <algorithm>

namespace relaydesk {

namespace {

QString nameOf(QEvent::Type type) {
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return key ? QString::fromLatin1(key) : QStringLiteral("Event %1").arg(int(type));
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char *argv[])
    : QApplication(argc, argv)
    , m_report([](const QString &sentence) { qWarning("%s", qPrintable(sentence)); })
    , m_now([timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }()] { return timer.elapsed(); }) {}

//! Of calls within one another the innermost answers for its time; what waits in a loop of its own (an open menu) is
//! not a call that takes long.
bool WatchedApplication::notify(QObject *receiver, QEvent *event) {
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards, and so may the event.
    const QString what = nameOf(event->type());
    const QByteArray kind = receiver->metaObject()->className();
    const QString name = receiver->objectName();
    const qint64 outer = m_inner;
    const int outerLoops = m_loops;
    const int loops = QThread::currentThread()->loopLevel();
    m_inner = 0;
    m_loops = loops;
    const qint64 start = m_now();
    const bool result = QApplication::notify(receiver, event);
    const qint64 whole = m_now() - start;
    const qint64 own = whole - m_inner;
    if (own > longest && m_loops == loops)
        m_report(QStringLiteral("%1 to %2 \"%3\" took %4 ms").arg(what, QLatin1String(kind), name).arg(own));
    m_inner = outer + whole;
    m_loops = std::max(outerLoops, m_loops);
    return result;
}

} // namespace relaydesk
