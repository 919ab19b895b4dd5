// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log in a window of its own: who did what, to one ticket or to all, newest first, and as a file.
#pragma once
#include "models/domain/reader.h"
#include "models/items/activitytablemodel.h"
#include "ui/widgets/workbar.h"
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QTableView;

namespace relaydesk {

//! Deletes itself when it is closed; show it with open().
class ActivityLog : public QDialog {
    Q_OBJECT

  public:
    //! An invalid ticket: all there are.
    ActivityLog(const Theme &theme, const Readers &readers, TicketId ticket, QWidget *parent);

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    void buildTable();
    QLayout *buildButtons();
    void readAgents();
    void read(bool isNext);
    ActivityFilter filter() const;
    void askForFile();
    void save(const QString &path);

    Readers m_readers;
    TicketId m_ticket;
    ActivityTableModel m_rows;
    bool m_hasMore = false;
    int m_asked = 0; //!< number of the last question
    QComboBox *m_agents;
    QTableView *m_table;
    QLabel *m_says;
    WorkBar *m_saving;
};

} // namespace relaydesk
