// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The keys of programs and agents: what there is, a new one (shown once), and the end of one.
#pragma once
#include "models/domain/access.h"
#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace relaydesk {

class ServiceKeys : public QWidget {
    Q_OBJECT

  public:
    explicit ServiceKeys(QWidget *parent = nullptr);

    void showKeys(const QVector<AccessKey> &keys);
    //! The only time that it is seen.
    void showMade(const QString &key);

  signals:
    void keyWanted(const QString &name, relaydesk::KeyRole role);
    void revokeWanted(relaydesk::AccessKeyId key);

  private:
    void buildTable(QVBoxLayout *column);
    void buildMaking(QVBoxLayout *column);
    void buildMade(QVBoxLayout *column);
    void askToRevoke();
    const AccessKey *current() const;

    QTableWidget *m_table = nullptr;
    QLabel *m_none = nullptr; //!< in place of an empty table
    QPushButton *m_revoke = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QWidget *m_madeRow = nullptr;
    QLineEdit *m_made = nullptr;
    QVector<AccessKey> m_keys;
};

} // namespace relaydesk
