// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Searches and reads for the Tickets page, in the readers' threads: what is asked last is what is shown.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/viewreading.h"
#include <QtCore/QTimer>

namespace relaydesk {

struct FoundTickets {
    QString text; //!< that was searched for
    ViewAnswer view;
    QVector<TicketRow> rows;         //!< of the first tickets
    std::optional<FoundTexts> texts; //!< nothing: there were no words to look for
};

class TicketSearch : public QObject {
    Q_OBJECT

  public:
    //! `counting` may be slow: the numbers of the views come from there.
    TicketSearch(Remote<Reader> reader, Remote<Reader> counting, QObject *parent = nullptr);

    void setAgent(AgentId agent) { m_agent = agent; }
    void search(const QString &text); //!< one under way ends first, and is not answered
    void refresh();                   //!< the same again
    const QString &text() const { return m_text; }

    void readRows(const QVector<TicketId> &ids);
    void readMore(const HitPlace &below); //!< of the texts found last
    void readViews();                     //!< and how many tickets are in each
    void complete(const QString &text, int cursor);

  signals:
    void found(const relaydesk::FoundTickets &found);
    void rowsRead(const QVector<relaydesk::TicketRow> &rows);
    void moreFound(const relaydesk::HitPage &page);
    void viewsRead(const QVector<relaydesk::TicketView> &saved);
    void viewsCounted(const QVector<relaydesk::TicketView> &views, const QVector<int> &counts);
    void completed(const QString &text, const relaydesk::QueryCompletions &completions);
    void failed(const relaydesk::Failure &failure);

  private:
    void begin();
    void take(const Result<FoundTickets> &answer);
    Viewer viewer() const { return {m_agent, QDateTime::currentDateTimeUtc()}; }

    Remote<Reader> m_reader;
    Remote<Reader> m_counting;
    AgentId m_agent;
    QString m_text;
    SearchWords m_words; //!< of the texts found last
    QTimer m_moment;
    bool m_isUnderWay = false;
    bool m_isOld = false; //!< something else was asked since it began
    bool m_isCounting = false;
    int m_completions = 0;
};

} // namespace relaydesk
