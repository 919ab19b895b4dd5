// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent does at the terminal, one function for each verb.
#pragma once
#include "app/cli/command.h"
#include "app/services.h"
#include <QtCore/QJsonObject>

namespace relaydesk {

//! The words behind `relaydesk agent VERB`, and who says them.
struct AgentOrder {
    QStringList words; //!< without the verb: a number, a text
    QString agentName;
    bool json = false;
    bool all = false;            //!< list: ended tickets too
    bool takeOver = false;       //!< claim: from another agent
    bool otherCustomers = false; //!< merge: tickets of other customers too
    bool send = false;           //!< macro: its text goes to the customer
    bool learn = true;
    QString learnTitle; //!< empty: as the desk would
    QString learnQuestion;
    QString learnAnswer;
};

struct AgentVerb {
    QString name;
    QString usage;   //!< the words it takes
    QString summary; //!< one line
    int fewest = 0;  //!< words
    int most = 0;
    bool readOnly = false;
    Result<void> (*work)(const AgentOrder &order, Services &services, Terminal &terminal) = nullptr;
    Result<void> (*look)(const AgentOrder &order, SqliteStores &storage,
                         Terminal &terminal) = nullptr; //!< where readOnly
};

//! The sentence, or with --json the object.
void tell(const AgentOrder &order, Terminal &terminal, const QString &sentence, const QJsonObject &object);

const QVector<AgentVerb> &agentVerbs();

} // namespace relaydesk
