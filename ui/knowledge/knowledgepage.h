// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The page of what the desk knows: found, read, edited, tried, brought in and taken out.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/exchange/mergeimport.h"
#include "models/items/articlelistmodel.h"
#include "ui/widgets/workbar.h"
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace relaydesk {

class ArticleListView;
class ArticlePane;

class KnowledgePage : public QWidget {
    Q_OBJECT

  public:
    //! Reads when it is shown, not before.
    KnowledgePage(const Theme &theme, Remote<Desk> desk, const Readers &readers, QWidget *parent = nullptr);

    void refresh();                       //!< reads everything again; what was typed stays
    void openArticle(ArticleId id);       //!< one that exists; at once, or when the articles have been read
    void importFrom(const QString &path); //!< .csv, .jsonl or .md; ends with a sentence or failed()
    void exportTo(const QString &path);   //!< likewise
    int unsavedArticles() const;          //!< changed here and not saved
    void setReadOnly(bool readOnly);      //!< nothing can be brought in or begun
    QString notice() const;               //!< what was last reported to the person here

    //! Called with what an import is about to save, answered by true when it may be; without one it is saved at once.
    using Preparation = std::function<QFuture<bool>(const QVector<Article> &, const Progress &)>;
    void prepareImportsBy(const Preparation &preparation) { m_preparation = preparation; }

  signals:
    void failed(const relaydesk::Failure &failure);
    void sampleWanted();

  protected:
    void showEvent(QShowEvent *event) override;

  private:
    QLayout *buildTools();
    QWidget *buildEmpty();
    QWidget *buildList();
    void connectAll();
    void showRows(const ArticleRows &rows);
    void readChanged();
    void takeChanged(const QVector<Article> &articles);
    void updateCounts();
    void askForImport();
    void askForExport();
    QFuture<WorkBar::Outcome> import(const ImportPlan &plan, const Progress &progress);
    QFuture<WorkBar::Outcome> saveImport(const ImportPlan &plan);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    Readers m_readers;
    ArticleListModel m_articles;
    QSet<ArticleId> m_changed;
    QTimer m_gather;   //!< changes of a moment are read together
    QTimer m_outcomes; //!< how the articles do, while customers write
    ArticleId m_wanted;
    bool m_loaded = false;
    QPushButton *m_import;
    QPushButton *m_begin;
    QLineEdit *m_search;
    QLabel *m_found;
    QLabel *m_counts;
    QCheckBox *m_archived;
    WorkBar *m_work;
    Preparation m_preparation;
    QStackedWidget *m_stack;
    ArticleListView *m_list;
    ArticlePane *m_pane;
};

} // namespace relaydesk
