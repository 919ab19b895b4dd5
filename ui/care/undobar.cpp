// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/care/undobar.h"
#include "ui/care/ticketactions.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QPushButton>

namespace relaydesk {

UndoBar::UndoBar(const Theme &theme, TicketActions &actions, const QString &name, QWidget *parent)
    : NoticeBar(theme, parent) {
    setObjectName(name);
    m_undo = makeButton(tr("Undo"), name + QStringLiteral("Button"), ButtonKind::Quiet, this);
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    addAction(m_undo);
    m_time.setSingleShot(true);
    m_time.setInterval(15000);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, &actions, &TicketActions::undo);
    connect(&actions, &TicketActions::done, this, [this](const QString &sentence) { tell(sentence, true); });
    connect(&actions, &TicketActions::undone, this,
            [this](const QString &sentence) { tell(tr("Taken back: %1").arg(sentence), false); });
    connect(&actions, &TicketActions::failed, this, &QWidget::hide);
}

void UndoBar::tell(const QString &sentence, bool canUndo) {
    m_undo->setVisible(canUndo);
    show(tr("%1.").arg(sentence), Tone::Accent);
    m_time.start();
}

} // namespace relaydesk
