// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/personabar.h"
#include "ui/desk/personadialog.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/command.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

Tone toneOf(Mood mood) { return mood == Mood::Calm ? Tone::Good : mood == Mood::Tense ? Tone::Warning : Tone::Bad; }

} // namespace

PersonaBar::PersonaBar(const Theme &theme, QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("personaBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 0);
    row->setSpacing(6);
    m_language = new Chip(theme, {}, Tone::Neutral, this);
    m_language->setObjectName(QStringLiteral("personaLanguage"));
    m_mood = new Chip(theme, {}, Tone::Good, this);
    m_mood->setObjectName(QStringLiteral("personaMood"));
    m_change = makeButton(tr("Change"), QStringLiteral("changePersona"), ButtonKind::Quiet, this,
                          QStringLiteral("Alt+Shift+C"));
    m_change->setAccessibleName(tr("Change who the customer is"));
    Command::of(*m_change)->setTitle(tr("Change who the customer is\u2026"));
    setTip(*m_change, tr("Name, language and mood of this customer"));
    row->addWidget(m_language);
    row->addWidget(m_mood);
    row->addStretch();
    row->addWidget(m_change);
    connect(m_change, &QPushButton::clicked, this, &PersonaBar::ask);
    hide();
}

void PersonaBar::show(const Persona &persona, bool canBeChanged) {
    m_persona = persona;
    const QString language = languageWords(persona.language);
    m_language->setText(language.isEmpty() ? tr("Any language") : language);
    m_language->setToolTip(tr("What the questions to choose from are written in"));
    m_mood->setText(moodWords(persona.mood));
    m_mood->setTone(toneOf(persona.mood));
    m_mood->setToolTip(tr("How the questions to choose from sound"));
    m_change->setVisible(canBeChanged);
    QWidget::show();
}

void PersonaBar::ask() {
    auto *dialog = new PersonaDialog(m_persona, window());
    connect(dialog, &PersonaDialog::chosen, this, &PersonaBar::changed);
    dialog->open();
}

} // namespace relaydesk
