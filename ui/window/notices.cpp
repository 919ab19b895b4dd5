// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/notices.h"
#include "ui/widgets/workplace.h"
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSystemTrayIcon>
#include <QtWidgets/QWidget>

namespace relaydesk {

namespace {

constexpr int iconExtent = 64;
constexpr int mostShown = 99;

} // namespace

Notices::Notices(const Theme &theme, QWidget *window) : QObject(window), m_theme(theme), m_window(window) {
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(iconWith(theme, 0), this);
        connect(m_tray, &QSystemTrayIcon::activated, this, [this] {
            m_window->showNormal();
            m_window->activateWindow();
        });
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
            m_window->activateWindow();
            emit ticketWanted(m_last);
        });
        m_tray->show();
    }
    connect(&theme, &Theme::changed, this, [this] { showWaiting(m_open); });
}

void Notices::announce(const TicketRow &ticket) {
    const Workplace workplace = Workplace::read();
    if (m_window->isActiveWindow() || workplace.isQuiet(QTime::currentTime()))
        return;
    QApplication::alert(m_window);
    if (workplace.sounds)
        QApplication::beep();
    if (!workplace.notifies)
        return;
    m_last = ticket.id;
    const QString title = ticket.customer.isEmpty() ? tr("A ticket arrived") : tr("%1 waits").arg(ticket.customer);
    const QString text = ticket.question.simplified().left(160);
    if (m_tray)
        m_tray->showMessage(title, text, QSystemTrayIcon::Information);
    emit noticed(title, text);
}

void Notices::showWaiting(int open) {
    m_open = open;
    const QIcon icon = iconWith(m_theme, open);
    m_window->setWindowIcon(icon);
    if (!m_tray)
        return;
    m_tray->setIcon(icon);
    m_tray->setToolTip(tr("Relaydesk: %n waiting", nullptr, open));
}

QIcon Notices::iconWith(const Theme &theme, int count) {
    const Tokens &tokens = theme.tokens();
    QPixmap pixmap = theme.icon(QStringLiteral("chat"), tokens.accent).pixmap(iconExtent, iconExtent);
    if (count > 0) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF badge(iconExtent * 0.4, 0, iconExtent * 0.6, iconExtent * 0.55);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.bad);
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
        QFont font = painter.font();
        font.setPixelSize(int(badge.height() * 0.8));
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(tokens.panel);
        painter.drawText(badge, Qt::AlignCenter, QString::number(qMin(count, mostShown)));
    }
    return QIcon(pixmap);
}

} // namespace relaydesk
