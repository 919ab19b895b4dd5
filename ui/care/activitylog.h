// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log in a window of its own: who did what, to one ticket or to all, newest first, and as a file.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/activitytablemodel.h"
#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QTableView;

namespace relaydesk {

//! Deletes itself when it is closed; show it with open().
class ActivityLog : public QDialog {
    Q_OBJECT

  public:
    ActivityLog(Remote<Reader> reader, TicketId ticket, QWidget *parent); //!< an invalid ticket: all there are

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    void buildTable();
    QLayout *buildButtons();
    void readAgents();
    void read(bool isNext);
    ActivityFilter filter() const;
    void askForFile();

    Remote<Reader> m_reader;
    TicketId m_ticket;
    ActivityTableModel m_rows;
    bool m_hasMore = false;
    int m_asked = 0; //!< number of the last question
    QComboBox *m_agents;
    QTableView *m_table;
    QLabel *m_says;
};

} // namespace relaydesk
