// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The prompts as they are written in resources/prompts, and how their gaps are filled.
#pragma once
#include "models/domain/modelclient.h"
#include <QtCore/QHash>

namespace relaydesk {

//! A prompt by name and version. A changed text gets a new file with the next number, so that a log can say what was
//! asked.
struct PromptTemplate {
    QString name; //!< with its version, as "answer-1"; empty: there is none
    QVector<ChatTurn> turns;
};

//! The newest of "answer", "summary" and "suggestion".
PromptTemplate promptTemplate(const QString &name);

//! Fills {{gap}} by its value, once: what a value holds is never filled again. Gaps without a value become empty.
QVector<ChatTurn> rendered(const PromptTemplate &prompt, const QHash<QString, QString> &values);

//! Data that cannot close its own block: the delimiters << and >> become look-alikes.
QString asPromptData(QString text);

} // namespace relaydesk
