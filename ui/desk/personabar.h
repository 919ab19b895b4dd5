// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who the simulated customer is, in one line: language and mood, and a button to change them and the name.
#pragma once
#include "models/desk/persona.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QPushButton;

namespace relaydesk {

class Chip;

class PersonaBar : public QWidget {
    Q_OBJECT

  public:
    explicit PersonaBar(const Theme &theme, QWidget *parent = nullptr);
    void show(const Persona &persona, bool canBeChanged);

  signals:
    void changed(const relaydesk::Persona &persona);

  private:
    void ask();

    Persona m_persona;
    Chip *m_language;
    Chip *m_mood;
    QPushButton *m_change;
};

} // namespace relaydesk
