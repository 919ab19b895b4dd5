// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks who a simulated customer is: name, language, mood.
#pragma once
#include "models/desk/persona.h"
#include <QtWidgets/QDialog>

class QComboBox;
class QLineEdit;

namespace relaydesk {

//! Deletes itself when it is closed; show it with open().
class PersonaDialog : public QDialog {
    Q_OBJECT

  public:
    PersonaDialog(const Persona &persona, QWidget *parent);

  signals:
    void chosen(const relaydesk::Persona &persona);

  private:
    Persona persona() const;

    QLineEdit *m_name;
    QComboBox *m_language;
    QComboBox *m_mood;
};

} // namespace relaydesk
