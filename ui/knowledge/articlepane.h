// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The article that is open: edited, saved, archived, compared with its versions. What was typed in any article is kept
//! until it is saved or thrown away by name.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/articlelistmodel.h"
#include "ui/knowledge/articledrafts.h"
#include "ui/knowledge/sidepanel.h"
#include "ui/widgets/panel.h"
#include <QtCore/QSet>

class QPushButton;
class QStackedWidget;

namespace relaydesk {

class ArticleEditor;
class HistoryView;
class NoticeBar;

class ArticlePane : public Panel {
    Q_OBJECT

  public:
    ArticlePane(const Theme &theme, Remote<Desk> desk, const Readers &readers, ArticleListModel &articles,
                QWidget *parent = nullptr);

    void open(ArticleId id);
    void beginNew();
    ArticleId current() const { return m_current; }
    //! Stored as this now, by whomever: to be told before the model is.
    void noteStored(const Article &stored);
    //! The model was told: shows what it holds now, unless something else was typed here.
    void refresh();
    bool isUnsaved(ArticleId id) const { return m_drafts.contains(id); }
    int unsavedArticles() const { return m_drafts.changed(); }
    void markUnsaved(); //!< in the model, new articles that are not stored yet too

  signals:
    void opened(relaydesk::ArticleId id);
    void outdated(relaydesk::ArticleId id); //!< the store holds another version than the model
    void said(const QString &sentence);
    void failed(const relaydesk::Failure &failure);

  private:
    void buildHeader();
    void buildBody(SidePanel *side);
    void buildConflict();
    void note(); //!< keeps what was typed
    void updateHeader();
    void save();
    void store(const Article &article, bool isDraft);
    void finish(const Article &sent, bool isDraft, const Article &saved);
    void archiveOrRestore();
    void setStatus(ArticleStatus status);
    void askToDiscard();
    void discard();
    void showHistory();
    void restoreVersion(const Article &version);
    void ask(const QString &question, const QString &deed, const std::function<void()> &then);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    ArticleListModel &m_articles;
    ArticleDrafts m_drafts;
    ArticleId m_current;
    Article m_base; //!< the open article without what was typed
    QSet<ArticleId> m_saving;
    QStackedWidget *m_stack;
    ArticleEditor *m_editor;
    HistoryView *m_history;
    NoticeBar *m_conflict;
    SidePanel *m_side;
    QPushButton *m_discard;
    QPushButton *m_historyButton;
    QPushButton *m_archive;
    QPushButton *m_save;
};

} // namespace relaydesk
