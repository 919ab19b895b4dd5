// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"
#include "ui/theme/controlstyle.h"
#include "ui/theme/drawing.h"
#include "ui/theme/stylesheet.h"
#include <QtCore/QEvent>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>

namespace relaydesk {

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_style(new ControlStyle(lightTokens()))
    , m_tokens(&lightTokens()) {
    QApplication::setStyle(m_style); // the application owns it from here on
    m_application.installEventFilter(this);
    apply();
}

void Theme::choose(ThemeChoice choice) {
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

QIcon Theme::icon(const QString &name, const QColor &colour) const { return drawing(name, colour); }

bool Theme::eventFilter(QObject *watched, QEvent *event) {
    const bool isNews = event->type() == QEvent::ThemeChange ||
                        (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application);
    if (isNews && !m_applying && !m_following && m_choice == ThemeChoice::System) {
        m_following = true;
        QMetaObject::invokeMethod(this, &Theme::follow, Qt::QueuedConnection);
    }
    return false;
}

//! Qt 6.4 cannot be asked for the system's colour scheme, but its palette, once ours is taken away, shows it.
bool Theme::isSystemDark() {
    QApplication::setPalette(QPalette());
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void Theme::follow() {
    m_following = false;
    if (m_choice == ThemeChoice::System)
        apply();
}

void Theme::apply() {
    m_applying = true;
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && isSystemDark());
    m_tokens = dark ? &darkTokens() : &lightTokens();
    m_style->setTokens(*m_tokens);
    QApplication::setPalette(paletteOf(*m_tokens));
    m_application.setStyleSheet(styleSheetOf(*m_tokens, QApplication::font()));
    m_applying = false;
    emit changed();
}

} // namespace relaydesk
