// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/command.h"
#include <QtCore/QSettings>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

namespace relaydesk {

namespace {

QString settingOf(const Command &command) { return QStringLiteral("shortcuts/") + command.objectName(); }

QWidget *pageOf(QWidget *widget) {
    while (widget && !widget->property("pageName").isValid())
        widget = widget->isWindow() ? nullptr : widget->parentWidget();
    return widget;
}

} // namespace

Command::Command(const QString &id, const QString &title, const QString &keys, QWidget *host)
    : QAction(title, host)
    , m_host(host)
    , m_default(keys, QKeySequence::PortableText) {
    setObjectName(id);
    host->addAction(this);
    readKeys();
}

Command *Command::of(const QAbstractButton &button) {
    return button.findChild<Command *>(button.objectName(), Qt::FindDirectChildrenOnly);
}

Command *Command::press(QAbstractButton &button, const QString &keys) {
    auto *command = new Command(button.objectName(), {}, keys, &button);
    connect(command, &Command::triggered, &button, &QAbstractButton::click);
    command->showTip();
    return command;
}

QString Command::title() const {
    const auto *button = qobject_cast<QAbstractButton *>(m_host);
    QString words = !m_title.isEmpty() ? m_title : button && text().isEmpty() ? button->text() : text();
    if (words.isEmpty())
        words = m_host->accessibleName();
    return words.remove(QLatin1Char('&'));
}

QString Command::place() const {
    const QWidget *page = pageOf(m_host);
    return page ? page->property("pageName").toString() : QString();
}

bool Command::isAvailable() const {
    if (!isEnabled() || !m_host->isEnabled())
        return false;
    QWidget *page = pageOf(m_host);
    QWidget *top = page ? page : m_host->window();
    return qobject_cast<QMenu *>(m_host) || m_host == top || m_host->isVisibleTo(top);
}

void Command::chooseKeys(const QKeySequence &keys) {
    QSettings().setValue(settingOf(*this), keys.toString(QKeySequence::PortableText));
    everywhere([](Command &command) { command.readKeys(); });
}

void Command::resetKeys() {
    QSettings().remove(settingOf(*this));
    everywhere([](Command &command) { command.readKeys(); });
}

bool Command::isPartOf(const QWidget &window) const {
    return qobject_cast<QMenu *>(m_host) || m_host->window() == &window;
}

//! In each open window, as each has a command of this name.
template <typename Change>
void Command::everywhere(Change change) const {
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        for (Command *command : window->findChildren<Command *>(objectName()))
            change(*command);
    }
}

void Command::readKeys() {
    const QVariant chosen = QSettings().value(settingOf(*this));
    setShortcut(chosen.isValid() ? QKeySequence(chosen.toString(), QKeySequence::PortableText) : m_default);
    showTip();
}

void Command::setTip(const QString &tip) {
    m_tip = tip;
    showTip();
}

void Command::showTip() {
    const QString words = m_tip.isEmpty() ? title() : m_tip;
    const QString keys = shortcut().toString(QKeySequence::NativeText);
    const QString tip = keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys);
    setToolTip(tip);
    if (qobject_cast<QAbstractButton *>(m_host))
        m_host->setToolTip(tip);
}

void setTip(QAbstractButton &button, const QString &tip) {
    if (Command *command = Command::of(button))
        command->setTip(tip);
    else
        button.setToolTip(tip);
}

} // namespace relaydesk
