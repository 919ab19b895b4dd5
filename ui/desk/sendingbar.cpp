// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/sendingbar.h"
#include "ui/widgets/command.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relaydesk {

SendingBar::SendingBar(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sendingBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    m_words = new ElidedLabel({}, this);
    m_words->setObjectName(QStringLiteral("sendingWords"));
    layout->addWidget(m_words, 1);
    m_undo = makeButton(tr("Undo"), QStringLiteral("undoSend"), ButtonKind::Quiet, this, QStringLiteral("Alt+Z"));
    Command::of(*m_undo)->setTitle(tr("Undo sending"));
    setTip(*m_undo, tr("Back into the field; the customer has not seen it"));
    layout->addWidget(m_undo);
    m_second.setInterval(200);
    connect(&m_second, &QTimer::timeout, this, &SendingBar::count);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!m_held.isEmpty())
            emit undoWanted(m_held.last().number);
    });
    hide();
}

void SendingBar::show(const QVector<HeldReply> &held) {
    m_held = held;
    setVisible(!held.isEmpty());
    if (held.isEmpty())
        m_second.stop();
    else
        m_second.start();
    count();
}

void SendingBar::count() {
    if (m_held.isEmpty())
        return;
    const HeldReply &last = m_held.last();
    const qint64 left = qMax(qint64(0), (QDateTime::currentDateTimeUtc().msecsTo(last.due) + 999) / 1000);
    const QString when =
        last.resolves ? tr("Sending and resolving in %1 s").arg(left) : tr("Sending in %1 s").arg(left);
    m_words->setText(last.text.isEmpty() ? when : tr("%1: %2").arg(when, last.text.simplified()));
}

} // namespace relaydesk
