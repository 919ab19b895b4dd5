// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keeps macros and runs them: one transaction and one undo for all that a stack of them does.
#pragma once
#include "models/desk/deed.h"
#include "models/desk/macros.h"
#include "models/desk/macrotext.h"

namespace relaydesk {

class Desk;

struct MacroRun {
    Deed deed;    //!< to undo; a reply that was sent stays sent
    QString text; //!< the texts of all of them, filled in, with an empty line between; not sent unless asked for
    std::optional<MacroAction> resolution; //!< not done: it waits for the text to be sent
};

struct FilledMacros {
    QVector<Macro> macros; //!< their texts and notes with what is known put in
    QStringList missing;   //!< what has to be asked before they can be run
};

class MacroBook {
  public:
    explicit MacroBook(Desk &desk) : m_desk(desk) {}

    //! Inserts (id 0) or saves a new version; `macro.version` must be the stored one (else somebody saved meanwhile, a
    //! Conflict). Checks name, shortcut and actions; answers it as stored.
    Result<Macro> save(const Macro &macro);
    Result<void> remove(int id);
    //! All or none; one of a known name becomes its next version. Answers how many.
    Result<int> import(const QByteArray &json);

    //! What has to be asked before these can be run.
    Result<QStringList> questionsOf(const QVector<int> &macros, TicketId ticket, AgentId by) const;
    Result<FilledMacros> filled(const QVector<int> &macros, TicketId ticket, AgentId by,
                                const QHash<QString, QString> &answers = {}) const;
    Result<MacroFacts> factsOf(TicketId ticket, AgentId by) const;
    //! Runs them in this order on the ticket. With something still to be asked: Invalid, nothing is done. `send`: the
    //! text goes to the customer before the actions; else it is for the composer, and a resolution waits for it.
    Result<MacroRun> run(const QVector<int> &macros, TicketId ticket, AgentId by,
                         const QHash<QString, QString> &answers = {}, bool send = false);

    Result<Macro> find(int id) const;

  private:
    Result<void> act(const MacroAction &action, TicketId ticket, AgentId by);
    Result<AgentId> agentCalled(const QString &name, AgentId by) const;

    Desk &m_desk;
};

} // namespace relaydesk
