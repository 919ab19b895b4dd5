// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/filemenu.h"
#include "ui/widgets/command.h"
#include "ui/window/agentdialog.h"
#include <QtCore/QDate>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

namespace relaydesk {

FileMenu::FileMenu(const QString &database, bool readOnly, QWidget *parent)
    : QMenu(tr("&File"), parent)
    , m_database(database) {
    setObjectName(QStringLiteral("fileMenu"));
    setAccessibleName(tr("File"));
    menuAction()->setObjectName(QStringLiteral("file"));
    connect(entry(tr("&Open database\u2026"), QStringLiteral("openDatabase"), QStringLiteral("Ctrl+O")),
            &QAction::triggered, this, [this] { askForDatabase(false); });
    connect(entry(tr("Open database &read-only\u2026"), QStringLiteral("openReadOnly"), QStringLiteral("Ctrl+Shift+O")),
            &QAction::triggered, this, [this] { askForDatabase(true); });
    connect(entry(tr("New &sandbox with the sample knowledge"), QStringLiteral("newSandbox"),
                  QStringLiteral("Ctrl+Shift+B")),
            &QAction::triggered, this, &FileMenu::sandboxWanted);
    connect(
        entry(tr("New &window for another agent\u2026"), QStringLiteral("newWindow"), QStringLiteral("Ctrl+Shift+N")),
        &QAction::triggered, this, &FileMenu::askForAgent);
    addSeparator();
    Command *sample =
        entry(tr("Import the sample &knowledge"), QStringLiteral("importSample"), QStringLiteral("Ctrl+Shift+K"));
    sample->setEnabled(!readOnly);
    connect(sample, &QAction::triggered, this, &FileMenu::sampleWanted);
    connect(entry(tr("&Backup\u2026"), QStringLiteral("backup"), QStringLiteral("Ctrl+Shift+S")), &QAction::triggered,
            this, &FileMenu::askForBackup);
    addSeparator();
    connect(entry(tr("&Close window"), QStringLiteral("closeWindow"), QStringLiteral("Ctrl+W")), &QAction::triggered,
            this, &FileMenu::closeWanted);
}

Command *FileMenu::entry(const QString &text, const QString &name, const QString &keys) {
    return new Command(name, text, keys, this);
}

void FileMenu::askForDatabase(bool readOnly) {
    auto *dialog = new QFileDialog(parentWidget(), readOnly ? tr("Open a database read-only") : tr("Open a database"),
                                   QFileInfo(m_database).absolutePath(), tr("Databases (*.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("databaseDialog"));
    dialog->setFileMode(readOnly ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Open"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, readOnly](const QString &file) { emit openWanted(file, readOnly); });
    dialog->open();
}

void FileMenu::askForBackup() {
    const QString name =
        QFileInfo(m_database).completeBaseName() + QDate::currentDate().toString(QStringLiteral("-yyyy-MM-dd'.db'"));
    auto *dialog = new QFileDialog(parentWidget(), tr("Save a backup"), QFileInfo(m_database).absolutePath(),
                                   tr("Databases (*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("backupDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &FileMenu::backupWanted);
    dialog->open();
}

void FileMenu::askForAgent() {
    auto *dialog = new AgentDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AgentDialog::chosen, this, &FileMenu::windowWanted);
    dialog->open();
}

} // namespace relaydesk
