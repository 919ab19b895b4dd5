// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A card with a chart and, on demand, the same numbers as a table beside it: for screen readers and for the keyboard.
#pragma once
#include "ui/analytics/selection.h"
#include "ui/widgets/panel.h"

class QBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace relaydesk {

class ChartView;

class ChartPanel : public Panel {
    Q_OBJECT

  public:
    //! `name` is the objectName; the table and its button are called name + "Table" and name + "TableButton".
    ChartPanel(const Theme &theme, const QString &title, const QString &name, QWidget *parent);

    void take(const AnalyticsReport &report);
    ChartView &view() const { return *m_view; }
    QTableWidget &table() const { return *m_table; }
    QPushButton &tableButton() const { return *m_button; }

  signals:
    void wanted(const relaydesk::Selection &selection);

  protected:
    struct TableRow {
        QStringList cells;
        Selection selection; //!< wanted when the row is activated
    };
    //! Puts the report into the series; answers whether there is anything to see.
    virtual bool draw(const AnalyticsReport &report) = 0;
    virtual void recolour(const Tokens &tokens) = 0;
    //! `headers` has one title for each cell of a row.
    void fillTable(const QStringList &headers, const QVector<TableRow> &rows);
    void resizeEvent(QResizeEvent *event) override;

  private:
    void makeTable(const QString &title, const QString &name);
    void arrange();

    const Theme &m_theme;
    ChartView *m_view;
    QTableWidget *m_table;
    QPushButton *m_button;
    QStackedWidget *m_stack;
    QBoxLayout *m_row;
    QVector<Selection> m_selections;
};

} // namespace relaydesk
