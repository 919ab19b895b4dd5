// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/agentdialog.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

AgentDialog::AgentDialog(QWidget *parent) : QDialog(parent) {
    setObjectName(QStringLiteral("agentDialog"));
    setWindowTitle(tr("New window for another agent"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    QLabel *words = makeLabel(tr("Who works in the new window? Both windows show the same desk, at the same moment."),
                              TextKind::Plain, this);
    words->setWordWrap(true);
    words->setMinimumWidth(320);
    column->addWidget(words);
    auto *name = new QLineEdit(this);
    name->setObjectName(QStringLiteral("newAgentName"));
    name->setAccessibleName(tr("Name of the agent"));
    name->setPlaceholderText(tr("Name of the agent"));
    column->addWidget(name);
    auto *row = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), QStringLiteral("cancelAgent"), ButtonKind::Plain, this);
    QPushButton *open = makeButton(tr("Open window"), QStringLiteral("openAgentWindow"), ButtonKind::Primary, this);
    open->setDefault(true);
    open->setEnabled(false);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(open);
    column->addLayout(row);
    connect(name, &QLineEdit::textChanged, open,
            [open](const QString &text) { open->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, [this, name] {
        emit chosen(name->text().trimmed());
        accept();
    });
}

} // namespace relaydesk
