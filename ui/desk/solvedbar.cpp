// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/solvedbar.h"
#include "ui/widgets/command.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace relaydesk {

SolvedBar::SolvedBar(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("solvedBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 4);
    layout->addWidget(makeLabel(tr("Did that solve it?"), TextKind::Muted, this));
    layout->addStretch();
    QPushButton *yes =
        makeButton(tr("Yes"), QStringLiteral("solvedYes"), ButtonKind::Plain, this, QStringLiteral("Alt+Y"));
    QPushButton *no =
        makeButton(tr("No"), QStringLiteral("solvedNo"), ButtonKind::Plain, this, QStringLiteral("Alt+N"));
    Command::of(*yes)->setTitle(tr("As the customer: yes, that solved it"));
    Command::of(*no)->setTitle(tr("As the customer: no, that did not solve it"));
    layout->addWidget(yes);
    layout->addWidget(no);
    connect(yes, &QPushButton::clicked, this, [this] { emit answered(true); });
    connect(no, &QPushButton::clicked, this, [this] { emit answered(false); });
    hide();
}

} // namespace relaydesk
