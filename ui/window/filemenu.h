// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The File menu: other databases, other windows, the sample knowledge and backups; asks for file and agent names.
#pragma once
#include <QtWidgets/QMenu>

namespace relaydesk {

class Command;

class FileMenu : public QMenu {
    Q_OBJECT

  public:
    //! `database` is the path of the open one; a `readOnly` one takes no sample knowledge.
    FileMenu(const QString &database, bool readOnly, QWidget *parent);

  signals:
    void openWanted(const QString &database, bool readOnly);
    void sandboxWanted();
    void windowWanted(const QString &agentName);
    void sampleWanted();
    void backupWanted(const QString &file);
    void closeWanted();

  private:
    Command *entry(const QString &text, const QString &name, const QString &keys);
    void askForDatabase(bool readOnly);
    void askForBackup();
    void askForAgent();

    QString m_database;
};

} // namespace relaydesk
