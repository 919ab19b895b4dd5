// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The conversations behind a figure or a part of a chart, as a table that can be saved.
#pragma once
#include "models/domain/reader.h"
#include "models/items/conversationtablemodel.h"
#include "ui/widgets/workbar.h"
#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace relaydesk {

class ConversationList : public QDialog {
    Q_OBJECT

  public:
    ConversationList(const Theme &theme, Remote<Reader> reader, QWidget *parent);

    //! Reads what is behind `counts` and shows it; `fileName` is proposed for saving.
    void list(const QString &title, const QVector<Count> &counts, const QString &fileName);
    //! As CSV, in the order that is shown; says in the window how it went.
    void save(const QString &path);
    const ConversationTableModel &model() const { return m_model; }

  signals:
    void conversationWanted(relaydesk::ConversationId id);
    void failed(const relaydesk::Failure &failure);

  private:
    void build(const Theme &theme);
    QWidget *buildFooter();
    void askWhere();
    void take(const QVector<ConversationCase> &rows);
    void open(const QModelIndex &index);
    QVector<ConversationCase> shownRows() const;

    Remote<Reader> m_reader;
    ConversationTableModel m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_title;
    QLabel *m_number;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QTableView *m_table;
    WorkBar *m_work;
    QPushButton *m_save;
    QString m_fileName;
    qsizetype m_counts = 0;
};

} // namespace relaydesk
