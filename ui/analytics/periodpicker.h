// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Chooses the days that the analytics page counts: the last 7, 30 or 90, all, or any two dates.
#pragma once
#include "models/analytics/period.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace relaydesk {

class PeriodPicker : public QWidget {
    Q_OBJECT

  public:
    explicit PeriodPicker(QWidget *parent = nullptr);

    //! As chosen, seen from today.
    Period period() const;
    bool isCustom() const; //!< the two dates are shown
    void choose(const QDate &first, const QDate &last);

  signals:
    void periodChanged();

  private:
    void adapt();

    QComboBox *m_choice;
    QWidget *m_custom;
    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace relaydesk
