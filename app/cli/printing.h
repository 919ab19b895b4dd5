// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How things look in the terminal and in JSON.
#pragma once
#include "models/domain/conversation.h"
#include "models/domain/proposal.h"
#include "models/domain/verdict.h"
#include <QtCore/QJsonObject>
#include <QtCore/QTextStream>

namespace relaydesk {

//! Without what could steer a terminal: control characters but line feeds and tabs.
QString printable(const QString &text);
//! Lines of at most `width` columns, the second and further ones indented by `indent` spaces.
QString wrapped(const QString &text, int indent, int width = 96);
//! "Maya Chen    How do I …" with the speaker in a column of its own.
void printTurn(QTextStream &out, const QString &speaker, const QString &text, const QString &remark = {});
void printJson(QTextStream &out, const QJsonObject &object);

QString number(double value); //!< two decimals

//! answer, needsHuman, decision, reason, reasonText, written, picked, choices, bar, barRule, barWanted, barOutcomes,
//! barReason, wouldChange, confidence, base, factors, sources.
QJsonObject verdictJson(const Verdict &verdict);
void printVerdict(QTextStream &out, const Verdict &verdict);
//! What was (or would be) learned, with the parts taken out marked in the agent's own words as [-…-].
void printProposal(QTextStream &out, const Proposal &proposal);
QJsonObject proposalJson(const Proposal &proposal);
QString markedOriginal(const Proposal &proposal);

} // namespace relaydesk
