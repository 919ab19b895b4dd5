// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! By when tickets are to be answered and resolved, and when the desk is staffed.
#pragma once
#include "models/desk/sla.h"
#include "ui/widgets/panel.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace relaydesk {

class SlaCard : public Panel {
    Q_OBJECT

  public:
    explicit SlaCard(const Theme &theme, QWidget *parent = nullptr);
    //! What is in force; left alone while something here was changed and not saved.
    void showPolicy(const SlaPolicy &policy);

  signals:
    void settingChosen(const QString &key, const QString &value); //!< as Desk::setSetting() takes it

  private:
    struct Target {
        QSpinBox *firstResponse;
        QSpinBox *resolution;
    };
    QSpinBox *minutes(const QString &name, const QString &accessible);
    QLineEdit *line(const QString &name, const QString &label, const QString &placeholder);
    void buildTargets(QFormLayout *form);
    Result<SlaPolicy> typed() const;
    void check();

    SlaPolicy m_shown;
    QCheckBox *m_on;
    std::array<Target, 4> m_targets; //!< by Priority
    std::array<QLineEdit *, 7> m_days;
    QLineEdit *m_holidays;
    QLineEdit *m_zone;
    QLabel *m_says;
    QPushButton *m_save;
};

//! "9:00-17:30", "0:00-24:00", empty for a closed day; or a sentence that names `day`.
Result<OpenHours> openHoursFrom(const QString &text, const QString &day);

} // namespace relaydesk
