// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The command palette: a few letters find every action, page and ticket; Return does it. Made for the keyboard alone.
#pragma once
#include "ui/commands/palettemodel.h"
#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QTreeView;

namespace relaydesk {

class CommandPalette : public QDialog {
    Q_OBJECT

  public:
    CommandPalette(const QVector<PaletteEntry> &entries, QWidget *window);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    void buildList();
    void narrow(const QString &query);
    void run();

    PaletteModel m_model;
    QLineEdit *m_query;
    QTreeView *m_list;
    QLabel *m_nothing;
};

} // namespace relaydesk
