// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts values into the text of a saved reply, and says which ones have to be asked for.
#pragma once
#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace relaydesk {

//! By the name of the variable: "customer.name", "customer.first", "customer.email", "agent.name", "agent.first",
//! "ticket.id", "ticket.question".
using MacroFacts = QHash<QString, QString>;

struct MacroText {
    QString text; //!< with what is missing left as {{…}}
    QStringList
        missing; //!< what to ask, each once in the order of the text: "Order number"; a fact that is empty counts
};

//! Puts `facts` in for {{name}}, `answers` (by question) for {{ask:question}}, and for a fact that is empty too. Spaces
//! in the braces do not matter; an unknown name is asked for like a question. What is put in is not looked at again.
MacroText filledIn(const QString &text, const MacroFacts &facts, const QHash<QString, QString> &answers = {});

} // namespace relaydesk
