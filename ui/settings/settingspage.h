// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can be set, what is in force, and where it comes from.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/settings/limitfields.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QScrollArea>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace relaydesk {

class AssistantCard;
class SlaCard;
class Panel;
class PrecisionPanel;

//! The language model as the person set it, and as it is.
struct ModelChoice {
    QString baseUrl;
    QString model;
    QString token; //!< a new one; empty: leave what there is
    bool forgetToken = false;
    QString tokenOrigin;     //!< where the one in force comes from; empty: there is none
    QString tokenPlace;      //!< where a new one would be kept, as a sentence
    QString limitation;      //!< why the model cannot be asked; empty: it can
    QString organisation;    //!< that Hugging Face bills; empty: the token's owner
    int deadlineSeconds = 0; //!< for a whole answer; 0: the default
    DailyLimits limits;
    bool offline = false;       //!< nothing is sent
    bool offlinePinned = false; //!< and this program was started so
    bool thenTest = false;      //!< once it is in force
    friend bool operator==(const ModelChoice &, const ModelChoice &) = default;
};

//! One of a server's list.
struct ModelEntry {
    QString name;
    QString known;          //!< what the list says of it, for people; may be empty
    double inputPrice = -1; //!< as in DailyLimits
    double outputPrice = -1;
};

class SettingsPage : public QScrollArea {
    Q_OBJECT

  public:
    SettingsPage(Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    void showAgent(const Agent &agent);
    void showModel(const ModelChoice &choice);
    void showNotes(const QStringList &notes); //!< limitations of the matcher and the like
    void showModelTest(const QString &sentence);
    //! To choose from: which one is, its prices stand in their fields.
    void showModels(const QVector<ModelEntry> &models);
    void refresh();

  signals:
    void agentNameChosen(const QString &name);
    void availabilityChosen(bool available);
    void modelChosen(const relaydesk::ModelChoice &choice);
    void modelListWanted();
    void requestListWanted();
    void themeChosen(relaydesk::ThemeChoice choice);
    void failed(const relaydesk::Failure &failure);
    void refreshed(); //!< what is in force is being read again

  protected:
    void showEvent(QShowEvent *event) override; //!< reads anew

  private:
    template <typename Read, typename Show>
    void read(Read call, Show show);
    relaydesk::Panel *card(const QString &title);
    void buildAgent();
    void buildHandoff();
    void buildModel();
    void buildModelButtons(QFormLayout *form, QWidget *panel);
    void buildAssistant();
    ModelChoice writtenModel() const;
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
    QLineEdit *m_organisation;
    QSpinBox *m_deadline;
    LimitFields *m_limits;
    QLabel *m_modelTest;
    AssistantCard *m_assistant;
    SlaCard *m_deadlines;
    QLabel *m_modelState;
    std::optional<ModelChoice> m_shownModel; //!< without what is not a field
    QComboBox *m_looks;
    QLabel *m_notes;
};

} // namespace relaydesk
