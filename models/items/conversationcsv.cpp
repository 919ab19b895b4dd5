// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/conversationcsv.h"
#include "models/items/conversationtablemodel.h"
#include "models/items/csvline.h"
#include "models/items/ticketlistmodel.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ConversationCsv", text); }

QString decisionWords(const QString &decision) {
    if (decision == QLatin1String("answered"))
        return tr("answered");
    return decision == QLatin1String("handed_over") ? tr("handed over") : QString();
}

QString resolver(const ConversationCase &row) {
    switch (row.summary.outcome) {
    case CaseOutcome::Confirmed:
    case CaseOutcome::Claimed:
        return tr("Assistant");
    case CaseOutcome::Resolved:
        return row.agent;
    default:
        return {};
    }
}

} // namespace

QByteArray conversationCsv(const QVector<ConversationCase> &rows) {
    QByteArray csv = csvLine({tr("Conversation"), tr("Session"), tr("Customer"), tr("Started"), tr("Question"),
                              tr("Decision"), tr("Confidence"), tr("Reason"), tr("Outcome"), tr("Resolved by")});
    for (const ConversationCase &row : rows) {
        const CaseSummary &summary = row.summary;
        csv += csvLine({QString::number(row.id.value), row.session, row.customer,
                        row.startedAt.toUTC().toString(Qt::ISODate), summary.question, decisionWords(summary.decision),
                        summary.confidence ? QString::number(*summary.confidence, 'f', 3) : QString(),
                        summary.reason ? categoryWords(*summary.reason) : QString(), outcomeWords(row), resolver(row)});
    }
    return csv;
}

} // namespace relaydesk
