// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/care/mergequestion.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

MergeQuestion::MergeQuestion(const QString &sentence, QWidget *parent) : QDialog(parent) {
    setObjectName(QStringLiteral("mergeQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge tickets of several customers"));
    setMinimumWidth(440);
    auto *layout = new QVBoxLayout(this);
    QLabel *words = makeLabel(sentence, TextKind::Plain, this);
    words->setObjectName(QStringLiteral("mergeDoubt"));
    words->setWordWrap(true);
    layout->addWidget(words);
    auto *row = new QHBoxLayout;
    row->addStretch();
    QPushButton *leave = makeButton(tr("Leave them apart"), QStringLiteral("leaveApart"), ButtonKind::Primary, this);
    QPushButton *merge = makeButton(tr("Merge all the same"), QStringLiteral("mergeAll"), ButtonKind::Danger, this);
    row->addWidget(merge);
    row->addWidget(leave);
    leave->setDefault(true);
    layout->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(merge, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace relaydesk
