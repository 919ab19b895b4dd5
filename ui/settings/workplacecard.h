// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The card of the settings for how an agent works here: undo, notices, quiet hours, spelling.
#pragma once
#include "ui/widgets/panel.h"

class QCheckBox;
class QSpinBox;
class QTimeEdit;

namespace relaydesk {

class WorkplaceCard : public Panel {
    Q_OBJECT

  public:
    explicit WorkplaceCard(const Theme &theme, QWidget *parent = nullptr);

  private:
    void show();
    void keep();

    QSpinBox *m_undo;
    QCheckBox *m_notifies;
    QCheckBox *m_sounds;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QCheckBox *m_spells;
    QCheckBox *m_still;
};

} // namespace relaydesk
