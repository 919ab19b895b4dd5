// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/personadialog.h"
#include "ui/desk/personawords.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

template <typename Control>
Control *field(QFormLayout *form, Control *control, const QString &name, const QString &label) {
    control->setObjectName(name);
    control->setAccessibleName(label);
    form->addRow(label, control);
    return control;
}

} // namespace

PersonaDialog::PersonaDialog(const Persona &persona, QWidget *parent) : QDialog(parent) {
    setObjectName(QStringLiteral("personaDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who the customer is"));
    setMinimumWidth(360);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    auto *form = new QFormLayout;
    m_name = field(form, new QLineEdit(persona.name, this), QStringLiteral("personaName"), tr("Name"));
    m_name->setMaxLength(100);
    m_language = field(form, new QComboBox(this), QStringLiteral("personaLanguageChoice"), tr("Language"));
    m_language->addItem(tr("Any"), QString());
    for (const QString &code : spokenLanguages())
        m_language->addItem(languageWords(code), code);
    m_language->setCurrentIndex(qMax(0, m_language->findData(persona.language)));
    m_mood = field(form, new QComboBox(this), QStringLiteral("personaMoodChoice"), tr("Mood"));
    for (const auto &name : Names<Mood>::all)
        m_mood->addItem(moodWords(name.value), int(name.value));
    m_mood->setCurrentIndex(m_mood->findData(int(persona.mood)));
    column->addLayout(form);
    QLabel *words = makeLabel(tr("The questions to choose from are in this language and sound like this mood, and the "
                                 "agent sees both beside the ticket."),
                              TextKind::Muted, this);
    words->setWordWrap(true);
    column->addWidget(words);
    auto *row = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), QStringLiteral("personaCancel"), ButtonKind::Plain, this);
    QPushButton *keep = makeButton(tr("Save"), QStringLiteral("personaSave"), ButtonKind::Primary, this);
    keep->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(keep);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, [this] {
        emit chosen(this->persona());
        accept();
    });
}

Persona PersonaDialog::persona() const {
    return {m_name->text(), m_language->currentData().toString(), Mood(m_mood->currentData().toInt())};
}

} // namespace relaydesk
