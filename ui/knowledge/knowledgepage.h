// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The page of what the desk knows: found, read, edited, tried, brought in and taken out.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/exchange/mergeimport.h"
#include "models/items/articlelistmodel.h"
#include "ui/theme/theme.h"
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <functional>

class QCheckBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace relaydesk {

class ArticleListView;
class ArticlePane;
class NoticeBar;

class KnowledgePage : public QWidget {
    Q_OBJECT

  public:
    //! `readers`: for what must come at once, and for what may take its time. Reads when it is shown, not before.
    KnowledgePage(const Theme &theme, Remote<Desk> desk, const std::pair<Remote<Reader>, Remote<Reader>> &readers,
                  QWidget *parent = nullptr);

    void refresh();                       //!< reads everything again; what was typed stays
    void openArticle(ArticleId id);       //!< one that exists; at once, or when the articles have been read
    void importFrom(const QString &path); //!< .csv, .jsonl or .md; ends with a sentence or failed()
    void exportTo(const QString &path);   //!< likewise
    int unsavedArticles() const;          //!< changed here and not saved
    void setReadOnly(bool readOnly);      //!< nothing can be brought in or begun
    QString notice() const;               //!< what was last reported to the person here

    //! Called with what an import is about to save, answered by true when it may be; without one it is saved at once.
    using Preparation = std::function<QFuture<bool>(const QVector<Article> &)>;
    void prepareImportsBy(const Preparation &preparation) { m_preparation = preparation; }
    void showPreparation(int done, int all); //!< texts, with a button to leave off

  signals:
    void failed(const relaydesk::Failure &failure);
    void sampleWanted();
    void preparationCancelled();

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
    void saveImport(const ImportPlan &plan);
    void report(const QString &sentence);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    Remote<Reader> m_slowReader;
    ArticleListModel m_articles;
    QSet<ArticleId> m_changed;
    QTimer m_gather;     //!< changes of a moment are read together
    QTimer m_outcomes;   //!< how the articles do, while customers write
    QTimer m_noticeTime; //!< until the notice leaves
    ArticleId m_wanted;
    bool m_loaded = false;
    QPushButton *m_import;
    QPushButton *m_begin;
    QLineEdit *m_search;
    QLabel *m_found;
    QLabel *m_counts;
    QCheckBox *m_archived;
    NoticeBar *m_notice;
    QPushButton *m_leaveOff;
    Preparation m_preparation;
    QStackedWidget *m_stack;
    ArticleListView *m_list;
    ArticlePane *m_pane;
};

} // namespace relaydesk
