// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/ticketsearch.h"

namespace relaydesk {

namespace {

constexpr int momentMs = 60;  //!< changes of a moment are one search
constexpr int firstRows = 40; //!< that come with the tickets: more than fit on most screens

Result<FoundTickets> find(Reader &reader, const QString &text, const Viewer &viewer) {
    auto view = readView(reader.stores(), reader.search(), text, viewer);
    RELAYDESK_TRY(view);
    auto rows = relaydesk::readRows(reader.stores(), view->matches.ids.mid(0, firstRows), viewer);
    RELAYDESK_TRY(rows);
    FoundTickets found{text, std::move(*view), std::move(*rows), std::nullopt};
    if (found.view.query.text.isEmpty())
        return found;
    const bool wasTried = found.view.respelled || found.view.matches.ids.isEmpty();
    auto texts = readHits(reader.search(), {.text = found.view.query.text, .kinds = {}, .below = {}}, !wasTried);
    RELAYDESK_TRY(texts);
    found.texts = std::move(*texts);
    if (found.view.respelled)
        found.texts->respelled = found.view.respelled;
    return found;
}

} // namespace

TicketSearch::TicketSearch(Remote<Reader> reader, Remote<Reader> counting, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_counting(counting) {
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMs);
    connect(&m_moment, &QTimer::timeout, this, &TicketSearch::begin);
}

void TicketSearch::search(const QString &text) {
    m_text = text;
    m_moment.stop();
    begin();
}

void TicketSearch::refresh() {
    if (!m_moment.isActive())
        m_moment.start();
}

void TicketSearch::begin() {
    if (m_isUnderWay) {
        m_isOld = true; // begins again when that one is done
        return;
    }
    m_isUnderWay = true;
    m_isOld = false;
    m_reader.ask([text = m_text, viewer = viewer()](Reader &reader) { return find(reader, text, viewer); })
        .then(this, [this](const Result<FoundTickets> &answer) { take(answer); });
}

void TicketSearch::take(const Result<FoundTickets> &answer) {
    m_isUnderWay = false;
    const bool isWanted = !answer || answer->text == m_text;
    if (m_isOld)
        m_moment.start(0);
    if (!answer) {
        emit failed(answer.error());
    } else if (isWanted) {
        if (answer->texts)
            m_words = answer->texts->respelled.value_or(
                readTicketQuery(answer->text, QDateTime::currentDateTime()).query.text);
        emit found(*answer);
    }
    m_moment.setInterval(momentMs);
}

void TicketSearch::readRows(const QVector<TicketId> &ids) {
    if (ids.isEmpty())
        return;
    m_reader.ask([ids, viewer = viewer()](Reader &reader) { return relaydesk::readRows(reader.stores(), ids, viewer); })
        .then(this, [this](const Result<QVector<TicketRow>> &rows) {
            if (rows)
                emit rowsRead(*rows);
            else
                emit failed(rows.error());
        });
}

void TicketSearch::readMore(const HitPlace &below) {
    m_reader.ask([query = HitQuery{m_words, {}, below}](Reader &reader) { return readHits(reader.search(), query); })
        .then(this, [this, words = m_words](const Result<FoundTexts> &texts) {
            if (!texts)
                emit failed(texts.error());
            else if (words == m_words)
                emit moreFound(texts->page);
        });
}

void TicketSearch::readViews() {
    if (m_isCounting)
        return;
    m_isCounting = true;
    using Counted = std::pair<QVector<TicketView>, QVector<int>>;
    m_counting
        .ask([viewer = viewer()](Reader &reader) -> Result<Counted> {
            const auto saved = readSavedViews(reader.stores().settings);
            RELAYDESK_TRY(saved);
            const QVector<TicketView> views = standingViews() + *saved;
            const auto counts = readViewCounts(reader.search(), views, viewer);
            RELAYDESK_TRY(counts);
            return Counted(views, *counts);
        })
        .then(this, [this](const Result<Counted> &counted) {
            m_isCounting = false;
            if (!counted) {
                emit failed(counted.error());
                return;
            }
            emit viewsRead(counted->first.mid(standingViews().size()));
            emit viewsCounted(counted->first, counted->second);
        });
}

void TicketSearch::complete(const QString &text, int cursor) {
    const int number = ++m_completions;
    m_reader.ask([text, cursor](Reader &reader) { return completeTicketQuery(text, cursor, reader.search()); })
        .then(this, [this, number, text](const Result<QueryCompletions> &completions) {
            if (completions && number == m_completions)
                emit completed(text, *completions);
        });
}

} // namespace relaydesk
