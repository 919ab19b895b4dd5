// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteproposalstore.h"
#include "app/storage/sqliteconditions.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"

namespace relaydesk {

namespace {

const auto selection =
    QStringLiteral("SELECT id, ticket, kind, status, article, version_before, title, question, answer, original,"
                   " removals, objection, agent, at FROM proposals");

QJsonArray written(const QVector<Removal> &removals) {
    QJsonArray array;
    for (const Removal &removal : removals)
        array.append(QJsonObject{{QStringLiteral("start"), removal.start},
                                 {QStringLiteral("length"), removal.length},
                                 {QStringLiteral("kind"), removal.kind},
                                 {QStringLiteral("replacement"), removal.replacement}});
    return array;
}

QVector<Removal> read(const QJsonArray &array) {
    QVector<Removal> removals;
    for (const QJsonValue &value : array)
        removals.append({value[QStringLiteral("start")].toInt(), value[QStringLiteral("length")].toInt(),
                         value[QStringLiteral("kind")].toString(), value[QStringLiteral("replacement")].toString()});
    return removals;
}

Proposal takeProposal(SqliteRow &row) {
    return {.id = row.id<ProposalId>(),
            .ticket = row.id<TicketId>(),
            .kind = row.word<LessonKind>(),
            .status = row.word<ProposalStatus>(),
            .article = row.id<ArticleId>(),
            .versionBefore = row.number(),
            .title = row.text(),
            .question = row.text(),
            .answer = row.text(),
            .original = row.text(),
            .removals = read(row.array()),
            .objection = row.text(),
            .agent = row.id<AgentId>(),
            .at = row.time()};
}

Failure noProposal(ProposalId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no proposal %1 in the database.").arg(id.value)};
}

} // namespace

Result<ProposalId> SqliteProposalStore::save(const Proposal &proposal) {
    const auto insert =
        QStringLiteral("INSERT INTO proposals (ticket, kind, status, article, version_before, title, question, answer,"
                       " original, removals, objection, agent, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto update =
        QStringLiteral("UPDATE proposals SET ticket = ?, kind = ?, status = ?, article = ?, version_before = ?,"
                       " title = ?, question = ?, answer = ?, original = ?, removals = ?, objection = ?, agent = ?,"
                       " at = ? WHERE id = ?");
    const Proposal &p = proposal;
    return saveRow(m_database, p.id, insert, update,
                   boundAll(p.ticket, p.kind, p.status, p.article, p.versionBefore, p.title, p.question, p.answer,
                            p.original, written(p.removals), p.objection, p.agent, p.at),
                   noProposal);
}

Result<Proposal> SqliteProposalStore::proposal(ProposalId id) const {
    const auto query = selection + QStringLiteral(" WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeProposal), noProposal(id));
}

Result<QVector<Proposal>> SqliteProposalStore::proposals(TicketId ticket, std::optional<ProposalStatus> status) const {
    SqliteConditions conditions;
    if (ticket.isValid())
        conditions.add(QStringLiteral("ticket = ?"), ticket.value);
    if (status)
        conditions.add(QStringLiteral("status = ?"), bound(*status));
    const auto order = QStringLiteral(" ORDER BY id DESC");
    return m_database.all(selection + conditions.where() + order, conditions.values(), takeProposal);
}

} // namespace relaydesk
