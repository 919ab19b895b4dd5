// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/confirmation.h"
#include <QtCore/QCoreApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace relaydesk {

void askBefore(const QString &question, const QString &deed, bool canBeUndone, QWidget *parent,
               const std::function<void()> &then) {
    const QString title = QCoreApplication::translate("Confirmation", "Relaydesk");
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QAbstractButton *no = box->button(QMessageBox::Cancel);
    no->setObjectName(QStringLiteral("no"));
    QPushButton *yes = box->addButton(deed, QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("yes"));
    yes->setAccessibleName(deed);
    box->setDefaultButton(canBeUndone ? yes : qobject_cast<QPushButton *>(no));
    QObject::connect(yes, &QPushButton::clicked, parent, then);
    box->open();
}

} // namespace relaydesk
