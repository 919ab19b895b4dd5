// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can be done with the chosen tickets, as menus: beside a list, on a ticket, under the right mouse button.
#pragma once
#include "models/items/ticketlistmodel.h"
#include "ui/care/ticketactions.h"
#include <QtWidgets/QMenu>

class QPushButton;

namespace relaydesk {

class TicketMenu : public QMenu {
    Q_OBJECT

  public:
    //! Answers the tickets that are meant at the moment; of a row that is not known, only the id.
    using Chosen = std::function<QVector<TicketRow>()>;

    TicketMenu(TicketActions &actions, const Chosen &chosen, QWidget *parent);

    QMenu *priorities() const { return m_priorities; }
    QMenu *agents() const { return m_agents; }
    QMenu *times() const { return m_times; }
    void askForTags();
    void askForTime();
    void askForTarget(); //!< to merge into
    void resolve();
    void prepare(); //!< what makes no sense for the chosen ones is greyed; done by itself before it is shown

    //! Pressing the button opens the menu below it.
    static void openBelow(QPushButton &button, QMenu &menu);

  private:
    QMenu *buildPriorities();
    QMenu *buildTimes();
    void buildRest();
    void fillAgents();
    QVector<TicketId> ids() const;
    QAction *add(QMenu *menu, const QString &text, const QString &name, const std::function<void()> &deed);
    void askWhetherToMerge(const QVector<TicketId> &tickets, TicketId into, const QString &sentence);

    TicketActions &m_actions;
    Chosen m_chosen;
    QMenu *m_priorities;
    QMenu *m_agents;
    QMenu *m_times;
    QAction *m_wake = nullptr;
    QAction *m_unmerge = nullptr;
    QAction *m_resolve = nullptr;
};

} // namespace relaydesk
