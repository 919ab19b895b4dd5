// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/workplacecard.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/workplace.h"
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

namespace relaydesk {

WorkplaceCard::WorkplaceCard(const Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setTitle(tr("Your workplace"));
    m_undo = named(new QSpinBox(this), QStringLiteral("undoSeconds"), tr("Time to take a sent reply back"));
    m_undo->setRange(0, Workplace::mostUndoSeconds);
    m_undo->setSuffix(tr(" s"));
    m_undo->setSpecialValueText(tr("none: sent at once"));
    const auto check = [this](const QString &text, const char *name) {
        return named(new QCheckBox(text, this), QLatin1String(name), text);
    };
    m_notifies = check(tr("Show a notice when a ticket arrives and this window is not in front"), "notifies");
    m_sounds = check(tr("with a sound"), "sounds");
    m_quiet = check(tr("Quiet hours, without notices and sounds, from"), "quietHours");
    m_spells = check(tr("Underline misspelt words"), "spells");
    m_still = check(tr("Little motion: nothing moves by itself"), "littleMotion");
    m_from = named(new QTimeEdit(this), QStringLiteral("quietFrom"), tr("Quiet from"));
    m_to = named(new QTimeEdit(this), QStringLiteral("quietTo"), tr("Quiet until"));
    for (QTimeEdit *edit : {m_from, m_to})
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
    auto *quiet = new QHBoxLayout;
    quiet->addWidget(m_quiet);
    quiet->addWidget(m_from);
    quiet->addWidget(makeLabel(tr("to"), TextKind::Plain, this));
    quiet->addWidget(m_to);
    quiet->addStretch();
    auto *form = new QFormLayout;
    form->setContentsMargins(16, 12, 16, 16);
    form->addRow(tr("Undo sending"), m_undo);
    form->addRow(QString(), m_notifies);
    form->addRow(QString(), m_sounds);
    form->addRow(QString(), quiet);
    form->addRow(QString(), m_spells);
    form->addRow(QString(), m_still);
    body()->addLayout(form);
    show();
    connect(m_undo, &QSpinBox::valueChanged, this, &WorkplaceCard::keep);
    for (QCheckBox *box : {m_notifies, m_sounds, m_quiet, m_spells, m_still})
        connect(box, &QCheckBox::toggled, this, &WorkplaceCard::keep);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &WorkplaceCard::keep);
}

void WorkplaceCard::show() {
    const Workplace kept = Workplace::read();
    m_undo->setValue(kept.undoSeconds);
    m_notifies->setChecked(kept.notifies);
    m_sounds->setChecked(kept.sounds);
    m_quiet->setChecked(kept.hasQuietHours);
    m_from->setTime(kept.quietFrom);
    m_to->setTime(kept.quietTo);
    m_spells->setChecked(kept.spells);
    m_still->setChecked(kept.littleMotion);
    m_from->setEnabled(kept.hasQuietHours);
    m_to->setEnabled(kept.hasQuietHours);
}

void WorkplaceCard::keep() {
    const Workplace chosen{.undoSeconds = m_undo->value(),
                           .notifies = m_notifies->isChecked(),
                           .sounds = m_sounds->isChecked(),
                           .hasQuietHours = m_quiet->isChecked(),
                           .quietFrom = m_from->time(),
                           .quietTo = m_to->time(),
                           .spells = m_spells->isChecked(),
                           .littleMotion = m_still->isChecked()};
    chosen.write();
    m_from->setEnabled(chosen.hasQuietHours);
    m_to->setEnabled(chosen.hasQuietHours);
}

} // namespace relaydesk
