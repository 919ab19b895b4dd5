// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The fields that bound what the language model may cost in a day.
#pragma once
#include <QtCore/QObject>

class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace relaydesk {

struct DailyLimits {
    qint64 tokens = 0;       //!< of questions and answers; 0: no limit
    double dollars = 0;      //!< US dollars; 0: no limit; needs the prices
    double inputPrice = -1;  //!< US dollars for a million tokens of questions; under 0: not known
    double outputPrice = -1; //!< the same of answers
    friend bool operator==(const DailyLimits &, const DailyLimits &) = default;
};

class LimitFields : public QObject {
    Q_OBJECT

  public:
    explicit LimitFields(QWidget *parent);

    void addTo(QFormLayout *form);
    DailyLimits limits() const;
    void show(const DailyLimits &limits);
    //! In US dollars for a million tokens; under 0: not known.
    void showPrices(double input, double output);

  private:
    QSpinBox *m_tokens;
    QDoubleSpinBox *m_dollars;
    QDoubleSpinBox *m_inputPrice;
    QDoubleSpinBox *m_outputPrice;
};

} // namespace relaydesk
