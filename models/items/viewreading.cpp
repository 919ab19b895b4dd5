// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/viewreading.h"
#include "models/items/ticketrowreading.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ViewReading", text); }

} // namespace

Result<ViewAnswer> readView(const Stores &stores, const SearchStore &search, const QString &text,
                            const Viewer &viewer) {
    Q_UNUSED(stores)
    const ReadQuery read = readTicketQuery(text, viewer.now.toLocalTime());
    ViewAnswer answer{{}, read.troubles, read.query, std::nullopt, {}};
    const auto state = search.state();
    RELAYDESK_TRY(state);
    answer.index = *state;
    auto matches = search.tickets(answer.query, viewer);
    RELAYDESK_TRY(matches);
    if (matches->ids.isEmpty() && !answer.query.text.isEmpty()) {
        const auto respelled = search.respelled(answer.query.text);
        RELAYDESK_TRY(respelled);
        answer.respelled = *respelled;
        if (answer.respelled) {
            answer.query.text = *answer.respelled;
            matches = search.tickets(answer.query, viewer);
            RELAYDESK_TRY(matches);
        }
    }
    answer.matches = std::move(*matches);
    return answer;
}

QString respelledSentence(const std::optional<SearchWords> &respelled) {
    if (!respelled)
        return {};
    QStringList words = respelled->words;
    for (const QString &phrase : respelled->phrases)
        words.append(QStringLiteral("\"%1\"").arg(phrase));
    return tr("Showing results for \u201c%1\u201d.").arg(words.join(QLatin1Char(' ')));
}

QString indexSentence(const IndexState &state) {
    switch (state.kind) {
    case IndexState::Missing:
        return tr("This database has no search index, and it is open for reading only: words are not found. Open it "
                  "for writing once.");
    case IndexState::Building:
        return tr("The search index is being built: %1 %. What is older is not found yet.").arg(int(100 * state.share));
    case IndexState::Ready:
        break;
    }
    return {};
}

Result<QVector<TicketRow>> readRows(const Stores &stores, const QVector<TicketId> &ids, const Viewer &viewer) {
    const auto reading = TicketRowReading::begin(stores, viewer.agent, viewer.now);
    RELAYDESK_TRY(reading);
    QVector<TicketRow> rows;
    rows.reserve(ids.size());
    for (const TicketId id : ids) {
        const auto ticket = stores.tickets.ticket(id);
        if (!ticket && ticket.error().kind == ErrorKind::NotFound)
            continue;
        RELAYDESK_TRY(ticket);
        auto row = reading->rowOf(*ticket);
        RELAYDESK_TRY(row);
        const auto merged = stores.tickets.tickets({.openOnly = true, .mergedInto = id});
        RELAYDESK_TRY(merged);
        row->merged = int(merged->size());
        rows.append(*row);
    }
    return rows;
}

Result<QVector<int>> readViewCounts(const SearchStore &search, const QVector<TicketView> &views, const Viewer &viewer) {
    QVector<int> counts;
    for (const TicketView &view : views) {
        const auto count = search.count(readTicketQuery(view.text, viewer.now.toLocalTime()).query, viewer);
        RELAYDESK_TRY(count);
        counts.append(*count);
    }
    return counts;
}

Result<FoundTexts> readHits(const SearchStore &search, const HitQuery &query, bool mayRespell) {
    const auto state = search.state();
    RELAYDESK_TRY(state);
    FoundTexts found{{}, std::nullopt, *state};
    HitQuery asked = query;
    auto page = search.hits(asked);
    RELAYDESK_TRY(page);
    if (mayRespell && page->hits.isEmpty() && query.below == HitPlace{} && !query.text.isEmpty()) {
        const auto respelled = search.respelled(query.text);
        RELAYDESK_TRY(respelled);
        found.respelled = *respelled;
        if (found.respelled) {
            asked.text = *found.respelled;
            page = search.hits(asked);
            RELAYDESK_TRY(page);
        }
    }
    found.page = std::move(*page);
    return found;
}

} // namespace relaydesk
