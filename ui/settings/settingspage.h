// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can be set, what is in force, and where it comes from.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QScrollArea>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace relaydesk {

class Panel;
class PrecisionPanel;

//! The language model as the person set it, and as it is.
struct ModelChoice {
    QString baseUrl;
    QString model;
    QString token; //!< a new one; empty: leave what there is
    bool forgetToken = false;
    QString tokenOrigin; //!< where the one in force comes from; empty: there is none
    QString tokenFile;   //!< where a new one would be written
    QString limitation;  //!< why the model cannot be asked; empty: it can
};

class SettingsPage : public QScrollArea {
    Q_OBJECT

  public:
    SettingsPage(Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    void showAgent(const Agent &agent);
    void showModel(const ModelChoice &choice);
    void showNotes(const QStringList &notes); //!< limitations of the matcher and the like
    void refresh();

  signals:
    void agentNameChosen(const QString &name);
    void availabilityChosen(bool available);
    void modelChosen(const relaydesk::ModelChoice &choice);
    void themeChosen(relaydesk::ThemeChoice choice);
    void failed(const relaydesk::Failure &failure);

  private:
    relaydesk::Panel *card(const QString &title);
    void buildAgent();
    void buildHandoff();
    void buildModel();
    void buildLooks();
    void set(const QString &key, const QString &value);

    Theme &m_theme;
    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    QVBoxLayout *m_cards;
    QLineEdit *m_name;
    QCheckBox *m_available;
    QDoubleSpinBox *m_bar;
    QCheckBox *m_learnDirectly;
    PrecisionPanel *m_precision;
    QLineEdit *m_url;
    QLineEdit *m_model;
    QLineEdit *m_token;
    QLabel *m_modelState;
    QComboBox *m_looks;
    QLabel *m_notes;
};

} // namespace relaydesk
