// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Saved replies and macros on the open ticket: found by "/", asked for what is missing, run with an undo.
#pragma once
#include "models/desk/macrobook.h"
#include "models/domain/remote.h"
#include "ui/theme/theme.h"
#include "ui/writing/completion.h"

namespace relaydesk {

class Command;
class TicketActions;

class TicketMacros : public QObject {
    Q_OBJECT

  public:
    //! `over`: where questions are asked and the commands belong to; it owns this.
    TicketMacros(const Theme &theme, Remote<Desk> desk, TicketActions &actions, QWidget *over);

    //! The one that is open and may be answered; invalid: none.
    void setTicket(TicketId ticket);
    CompletionSource source(); //!< "/": by shortcut or name, with the text filled in beside it
    void use(int macro);
    void edit(); //!< opens the list of them all

  signals:
    void textWanted(const QString &text);  //!< into the composer
    void resolutionWanted(bool isLearned); //!< the text is in the composer: send it and resolve
    void failed(const relaydesk::Failure &failure);

  private:
    void offerCommands();
    void run(int macro, const QHash<QString, QString> &answers, bool send);
    QVector<Completion> completions(const QVector<Macro> &filled, bool isWhole);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    TicketActions &m_actions;
    QWidget *m_over;
    TicketId m_ticket;
    QHash<int, Command *> m_commands;
};

//! Those whose shortcut begins with `query` first, then those whose name has all its words.
QVector<Macro> macrosWith(const QVector<Macro> &macros, const QString &query);

} // namespace relaydesk
