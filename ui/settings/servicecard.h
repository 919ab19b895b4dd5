// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk over the network: the switch, where it listens, and the keys.
#pragma once
#include "ui/settings/servicechoice.h"
#include "ui/widgets/panel.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace relaydesk {

class ServiceKeys;

class ServiceCard : public Panel {
    Q_OBJECT

  public:
    explicit ServiceCard(Theme &theme, QWidget *parent = nullptr);

    //! This desk cannot be served: the sentence says why not.
    void showUnavailable(const QString &why);
    void showChoice(const ServiceChoice &choice);
    //! Where it runs, as http://127.0.0.1:8080, or why it does not though it should; both empty: it is off.
    void showState(const QString &address, const QString &trouble);
    ServiceKeys &keys() const { return *m_keys; }

  signals:
    void chosen(const relaydesk::ServiceChoice &choice);
    void shown(); //!< what is in force is wanted

  private:
    void buildFields();
    void buildFiles();
    void buildLink();
    QLineEdit *addWords(const QString &name, const QString &label, const QString &placeholder);
    QLineEdit *addFile(const QString &name, const QString &label);
    ServiceChoice written() const;
    void choose();
    void lock();
    void showEvent(QShowEvent *event) override;

    QFormLayout *m_form = nullptr;
    QCheckBox *m_on = nullptr;
    QLineEdit *m_address = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_privateKey = nullptr;
    QLineEdit *m_origins = nullptr;
    QLineEdit *m_limits = nullptr;
    QLabel *m_state = nullptr;
    QWidget *m_link = nullptr; //!< the address and what can be done with it
    QLabel *m_url = nullptr;
    ServiceKeys *m_keys = nullptr;
    QList<QWidget *> m_fields; //!< fixed while it runs
    ServiceChoice m_shown;
    bool m_isRunning = false;
    bool m_isUnavailable = false;
};

} // namespace relaydesk
