// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The views at the left of the Tickets page, each with how many tickets are in it; own ones are kept here.
#pragma once
#include "models/items/viewlistmodel.h"
#include "ui/widgets/panel.h"

class QListView;
class QPushButton;

namespace relaydesk {

class ViewPane : public Panel {
    Q_OBJECT

  public:
    explicit ViewPane(const Theme &theme, QWidget *parent = nullptr);

    void showSaved(const QVector<TicketView> &saved);
    void count(const QVector<TicketView> &views, const QVector<int> &counts) { m_views.count(views, counts); }
    void setReadOnly(bool readOnly);
    void takeFocus();
    //! The one that searches for this is marked; none where no view does.
    void mark(const QString &text);
    TicketView current() const; //!< an empty one where none is marked

  signals:
    void viewChosen(const QString &text);
    void savingWanted(const QVector<relaydesk::TicketView> &saved); //!< these are the saved views from now on
    void failed(const relaydesk::Failure &failure);

  private:
    void askForName(bool isNew);
    void remove();
    void updateButtons();
    QVector<TicketView> saved() const;

    ViewListModel m_views;
    QListView *m_list;
    QPushButton *m_save;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QString m_text; //!< what is searched for now
    bool m_readOnly = false;
};

} // namespace relaydesk
