// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How right answers must be: the slider, what the last month would have looked like with it, and who would have been
//! treated otherwise.
#pragma once
#include "models/analytics/coverage.h"
#include "models/desk/desk.h"
#include "models/desk/rescoring.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/widgets/panel.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QSlider;

namespace relaydesk {

class PrecisionPanel : public Panel {
    Q_OBJECT

  public:
    PrecisionPanel(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    void refresh();

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    struct History {
        DeskSettings settings;
        BarGround ground;              //!< why the bar stands where it does
        QVector<PastVerdict> past;     //!< of the last month
        QVector<JudgedAnswer> answers; //!< the stored ones among them, to be scored as they would be today
        QString inForce;               //!< the bar the desk obeys now, and why
        QVector<double> bars;          //!< for each precision of the slider
    };
    static Result<History> read(const Stores &stores);
    static Result<History> rescored(const Desk &desk, History history);
    void buildControls();
    void buildOutlook();
    void show(const History &history);
    void showOutlook();
    double wanted() const;
    double bar() const;
    QString outlookText(double bar) const;
    void set(const QString &key, const QString &value);

    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    History m_history;
    QComboBox *m_mode;
    QSlider *m_precision;
    QLabel *m_value;
    QLabel *m_outlook;
    QLabel *m_changing;
    QListWidget *m_changes;
    QCheckBox *m_asksBack;
    QDoubleSpinBox *m_audits;
};

} // namespace relaydesk
