// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/unsavedquestion.h"
#include <QtWidgets/QPushButton>

namespace relaydesk {

UnsavedQuestion::UnsavedQuestion(int articles, QWidget *parent)
    : QMessageBox(QMessageBox::Question, tr("Relaydesk"),
                  tr("Articles with changes that are not saved: %1. Closing throws these changes away.").arg(articles),
                  QMessageBox::NoButton, parent) {
    setObjectName(QStringLiteral("unsavedQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    const auto button = [this](const QString &text, const QString &name, ButtonRole role) {
        QPushButton *made = addButton(text, role);
        made->setObjectName(name);
        made->setAccessibleName(text);
        return made;
    };
    QPushButton *keep = button(tr("Back to the articles"), QStringLiteral("keepOpen"), RejectRole);
    QPushButton *leave = button(tr("Close without saving"), QStringLiteral("closeAnyway"), DestructiveRole);
    setDefaultButton(keep);
    setEscapeButton(keep);
    connect(keep, &QPushButton::clicked, this, &UnsavedQuestion::keepWanted);
    connect(leave, &QPushButton::clicked, this, &UnsavedQuestion::leaveWanted);
}

} // namespace relaydesk
