// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/screenmemory.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtWidgets/QWidget>

namespace relaydesk {

namespace {

constexpr int gatherMs = 200;
const QString geometryKey = QStringLiteral("window/geometry"); // of every database: the screen is the same
const QString splitterKey = QStringLiteral("window/desk");

} // namespace

ScreenMemory::ScreenMemory(const QString &database, std::function<Screen()> now, QWidget *window)
    : QObject(window)
    , m_now(std::move(now)) {
    const QByteArray path = QFileInfo(database).absoluteFilePath().toUtf8();
    m_group = QStringLiteral("screen/") +
              QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().left(12));
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherMs);
    m_writing.setMaxThreadCount(1); // one after the other
    connect(&m_soon, &QTimer::timeout, this,
            [this] { m_writing.start([group = m_group, screen = m_now()] { write(group, screen); }); });
    window->installEventFilter(this);
}

Screen ScreenMemory::kept() const {
    QSettings settings;
    Screen screen{.geometry = settings.value(geometryKey).toByteArray(),
                  .splitter = settings.value(splitterKey).toByteArray()};
    settings.beginGroup(m_group);
    screen.page = settings.value(QStringLiteral("page")).toString();
    screen.ticket = {settings.value(QStringLiteral("ticket")).toLongLong()};
    screen.customer = {settings.value(QStringLiteral("customer")).toLongLong()};
    return screen;
}

void ScreenMemory::keepSoon() {
    if (!m_soon.isActive())
        m_soon.start();
}

void ScreenMemory::keep() {
    m_soon.stop();
    m_writing.waitForDone();
    write(m_group, m_now());
}

//! Waits for the disk: three frames and more.
void ScreenMemory::write(const QString &group, const Screen &screen) {
    QSettings settings;
    settings.setValue(geometryKey, screen.geometry);
    settings.setValue(splitterKey, screen.splitter);
    settings.beginGroup(group);
    settings.setValue(QStringLiteral("page"), screen.page);
    settings.setValue(QStringLiteral("ticket"), screen.ticket.value);
    settings.setValue(QStringLiteral("customer"), screen.customer.value);
}

bool ScreenMemory::eventFilter(QObject *, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        keepSoon();
    return false;
}

} // namespace relaydesk
