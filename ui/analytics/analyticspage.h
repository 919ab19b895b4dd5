// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The analytics: figures and charts of some days, all cut from one report, and the conversations behind each.
#pragma once
#include "models/domain/reader.h"
#include "ui/analytics/selection.h"
#include "ui/widgets/workbar.h"

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace relaydesk {

class ChartPanel;
class ConversationList;
class EmptyState;
class FigureTiles;
class PeriodPicker;

class AnalyticsPage : public QWidget {
    Q_OBJECT

  public:
    AnalyticsPage(const Theme &theme, Remote<Reader> reader, QWidget *parent = nullptr);

    void showDays(const QDate &first, const QDate &last); //!< as if chosen in the picker
    const AnalyticsReport &report() const { return m_report; }

  public slots:
    //! Reads and counts again; what an older call brings later is dropped.
    void refresh();
    void list(const relaydesk::Selection &selection); //!< opens the conversations behind it

  signals:
    void conversationWanted(relaydesk::ConversationId id);
    void failed(const relaydesk::Failure &failure);
    void reported(); //!< what is shown is what was asked for last

  protected:
    void showEvent(QShowEvent *event) override; //!< reads anew

  private:
    QWidget *buildTop();
    QWidget *buildContent();
    void add(ChartPanel *panel, QGridLayout &grid, int row, int column, int columns);
    void take(const AnalyticsReport &report);
    void takeChart(qsizetype number, int request);

    const Theme &m_theme;
    Remote<Reader> m_reader;
    PeriodPicker *m_picker;
    QLabel *m_days;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    FigureTiles *m_tiles;
    QVector<ChartPanel *> m_charts;
    ConversationList *m_list = nullptr; //!< made when first wanted
    AnalyticsReport m_report;
    int m_requests = 0;
    WorkBar *m_work;
};

} // namespace relaydesk
