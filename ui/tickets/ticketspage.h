// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! All tickets: views, search as it is typed, a table of any length, what was said, and deeds on several at once.
#pragma once
#include "ui/care/ticketmenu.h"
#include "ui/theme/theme.h"
#include "ui/tickets/ticketsearch.h"
#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace relaydesk {

class CareBar;
class EmptyState;
class HitPanel;
class QueryField;
class TicketTable;
class ViewPane;

class TicketsPage : public QWidget {
    Q_OBJECT

  public:
    TicketsPage(const Theme &theme, Remote<Desk> desk, const Readers &readers, TicketActions &actions,
                QWidget *parent = nullptr);

    void search(const QString &text);

  signals:
    void ticketWanted(relaydesk::TicketId id, relaydesk::MessageId message); //!< an invalid message: none in particular
    void conversationWanted(relaydesk::ConversationId id);
    void articleWanted(relaydesk::ArticleId id);
    void failed(const relaydesk::Failure &failure);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

  private:
    void refresh();
    QWidget *buildTickets();
    void buildSearch(QVBoxLayout *layout);
    void connectSearch();
    void connectTable();
    void addPlaceKeys();
    void take(const FoundTickets &found);
    void say(const FoundTickets &found);
    void sayNothing(const FoundTickets &found);
    void showHits(const FoundTickets &found);
    void noteChange(TicketId id);
    void openHit(const SearchHit &hit);
    void sortBy(TicketSort sort);
    void save(const QVector<TicketView> &views);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    TicketActions &m_actions;
    TicketSearch m_search;
    QTimer m_clock; //!< what is in sight counts down
    QTimer m_index; //!< while the index of words is built
    TicketSort m_sort = TicketSort::NextDeadline;

    ViewPane *m_views;
    QueryField *m_field;
    QComboBox *m_order;
    QLabel *m_says;
    QProgressBar *m_progress;
    TicketTable *m_table;
    TicketMenu *m_menu;
    CareBar *m_care;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    HitPanel *m_hits;
    QSplitter *m_splitter;
};

//! The text with another order, wherever it named one before.
QString withSort(const QString &text, TicketSort sort);

} // namespace relaydesk
