// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Everything a written answer is checked for before a customer may see it, each check by name.
#pragma once
#include "models/desk/houserules.h"
#include "models/desk/redaction.h"

namespace relaydesk {

struct AnswerCheck {
    QString
        name; //!< grounding, closeness, names, placeholders, secrets, doubt, length, repetition, language, leak, rules
    bool passed = true;
    QString finding;     //!< what failed, as a sentence for the agent
    bool isRule = false; //!< a house rule forbids the answer
    friend bool operator==(const AnswerCheck &, const AnswerCheck &) = default;
};

//! What the answer is held against.
struct AskedFor {
    QString question;          //!< as it was sent: redacted
    QVector<Article> articles; //!< as they were sent, in their order
    QVector<double> closeness; //!< of each to the question, 0 to 1
    AssistantRules rules;
    Redaction redaction;
};

struct CheckedAnswer {
    QString answer;              //!< without citation marks and foreign links, private data put back
    bool refused = false;        //!< the model said that it does not know, or said nothing
    double grounding = 0;        //!< share of the checks against the articles, 0 to 1
    QVector<AnswerCheck> checks; //!< all of them, always in the same order
    QStringList findings() const;
    bool passed() const;
    bool breaksRule() const;
};

CheckedAnswer checkedAnswer(const QString &written, const AskedFor &asked);

} // namespace relaydesk
