// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent does with tickets from any page: each deed is said in a sentence and can be taken back, the last
//! first.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "ui/theme/theme.h"
#include <QtCore/QObject>

namespace relaydesk {

class TicketActions : public QObject {
    Q_OBJECT

  public:
    static constexpr int mostAtOnce = 1000; //!< tickets in one deed
    static constexpr int mostKept = 50;     //!< deeds that can be taken back

    //! Where the parent is a window, it gets the commands that hold everywhere.
    TicketActions(const Theme &theme, Remote<Desk> desk, const Readers &readers, QObject *parent = nullptr);

    void setAgent(const Agent &agent);
    const Agent &agent() const { return m_agent; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } //!< then none of what follows is done
    bool isReadOnly() const { return m_readOnly; }
    //! Everybody who can be assigned, by name; read again for the next time.
    const QVector<Agent> &colleagues();
    const QStringList &tags(); //!< in use, likewise

    void setPriority(const QVector<TicketId> &tickets, Priority priority);
    void retag(const QVector<TicketId> &tickets, const QStringList &added, const QStringList &removed);
    void snooze(const QVector<TicketId> &tickets, const QDateTime &until);
    void wake(const QVector<TicketId> &tickets);
    void assign(const QVector<TicketId> &tickets, AgentId to); //!< invalid: nobody
    //! Where they are of several customers, mergeDoubted() asks first.
    void merge(const QVector<TicketId> &tickets, TicketId into, bool otherCustomers = false);
    void unmerge(const QVector<TicketId> &tickets);
    void split(TicketId ticket, MessageId message);
    void resolve(const QVector<TicketId> &tickets); //!< as they are: nothing is learned from them

    //! Who did what to the ticket, or, where it is invalid, to any; in a window over `over`.
    void showHistory(TicketId ticket, QWidget *over) const;
    void keep(const Deed &deed); //!< one that was done elsewhere
    void undo();                 //!< the last deed

  signals:
    void agentChanged(const relaydesk::Agent &agent);
    void done(const QString &sentence); //!< can be taken back
    void undone(const QString &sentence);
    void mergeDoubted(const QVector<relaydesk::TicketId> &tickets, relaydesk::TicketId into, const QString &sentence);
    void failed(const relaydesk::Failure &failure);

  private:
    using Call = std::function<Result<Deed>(TicketCare &, AgentId)>;
    void perform(const QVector<TicketId> &tickets, const Call &call);
    bool mayDo(const QVector<TicketId> &tickets);
    void readNames();

    const Theme &m_theme;
    Remote<Desk> m_desk;
    Readers m_readers;
    Agent m_agent;
    bool m_readOnly = false;
    QVector<Agent> m_colleagues;
    QStringList m_tags;
    QVector<Deed> m_deeds;
};

} // namespace relaydesk
