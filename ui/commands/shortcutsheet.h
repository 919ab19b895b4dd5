// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One sheet of all shortcuts, page by page, where each can be given other keys.
#pragma once
#include "ui/commands/commandregistry.h"
#include <QtCore/QHash>
#include <QtWidgets/QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace relaydesk {

class ShortcutSheet : public QDialog {
    Q_OBJECT

  public:
    //! `pages`: translated names of the pages by their own.
    ShortcutSheet(QWidget &window, const QHash<QString, QString> &pages);

  private:
    void buildList(const QHash<QString, QString> &pages);
    QLayout *buildChange();
    void narrow(const QString &words);
    Command *current() const;
    void showCurrent();
    void weigh(); //!< whether the typed keys are free
    void apply();
    void resetAll();
    void showKeys();

    CommandRegistry m_registry;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QPushButton *m_apply;
    QPushButton *m_reset;
    QLabel *m_remark;
};

} // namespace relaydesk
