// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/unsavedquestion.h"
#include <QtWidgets/QPushButton>

namespace relaydesk {

void UnsavedQuestion::ask(int articles, QWidget *parent, const std::function<void()> &keep,
                          const std::function<void()> &leave) {
    if (articles == 0)
        leave();
    else
        (new UnsavedQuestion(articles, parent, keep, leave))->open();
}

UnsavedQuestion::UnsavedQuestion(int articles, QWidget *parent, const std::function<void()> &keep,
                                 const std::function<void()> &leave)
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
    QPushButton *back = button(tr("Back to the articles"), QStringLiteral("keepOpen"), RejectRole);
    QPushButton *close = button(tr("Close without saving"), QStringLiteral("closeAnyway"), DestructiveRole);
    setDefaultButton(back);
    setEscapeButton(back);
    connect(back, &QPushButton::clicked, this, keep);
    connect(close, &QPushButton::clicked, this, leave);
}

} // namespace relaydesk
