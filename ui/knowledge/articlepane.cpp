// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articlepane.h"
#include "models/items/articlewords.h"
#include "ui/knowledge/articleeditor.h"
#include "ui/knowledge/articlesaving.h"
#include "ui/knowledge/historyview.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

ArticlePane::ArticlePane(const Theme &theme, Remote<Desk> desk, const Readers &readers, ArticleListModel &articles,
                         QWidget *parent)
    : Panel(theme, parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_reader(readers.quick)
    , m_articles(articles)
    , m_stack(new QStackedWidget(this))
    , m_editor(new ArticleEditor(theme, this))
    , m_history(new HistoryView(theme, this))
    , m_conflict(new NoticeBar(theme, this))
    , m_side(new SidePanel(theme, desk, readers.slow, this)) {
    setObjectName(QStringLiteral("articlePane"));
    buildHeader();
    buildConflict();
    buildBody(m_side);
    connect(m_editor, &ArticleEditor::changed, this, &ArticlePane::note);
    connect(m_history, &HistoryView::closed, this, [this] { m_stack->setCurrentWidget(m_editor); });
    connect(m_history, &HistoryView::restoreWanted, this, &ArticlePane::restoreVersion);
    connect(m_side, &SidePanel::failed, this, &ArticlePane::failed);
    updateHeader();
}

void ArticlePane::buildHeader() {
    m_discard = makeButton(tr("Discard changes"), QStringLiteral("discardArticle"), ButtonKind::Quiet, this,
                           QStringLiteral("Ctrl+Shift+Z"));
    m_historyButton =
        makeButton(tr("History"), QStringLiteral("articleHistory"), ButtonKind::Plain, this, QStringLiteral("Ctrl+H"));
    m_archive = makeButton(tr("Archive"), QStringLiteral("archiveArticle"), ButtonKind::Plain, this,
                           QStringLiteral("Ctrl+Shift+D"));
    m_save = makeButton(tr("Save"), QStringLiteral("saveArticle"), ButtonKind::Primary, this, QStringLiteral("Ctrl+S"));
    for (QPushButton *button : {m_discard, m_historyButton, m_archive, m_save})
        addAction(button);
    connect(m_discard, &QPushButton::clicked, this, &ArticlePane::askToDiscard);
    connect(m_historyButton, &QPushButton::clicked, this, &ArticlePane::showHistory);
    connect(m_archive, &QPushButton::clicked, this, &ArticlePane::archiveOrRestore);
    connect(m_save, &QPushButton::clicked, this, &ArticlePane::save);
}

void ArticlePane::buildBody(SidePanel *side) {
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_history);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, 0, 0, 0);
    m_conflict->setContentsMargins(16, 12, 16, 0);
    left->setSpacing(0);
    left->addWidget(m_conflict);
    left->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(side);
    side->setMinimumWidth(224);
    side->setMaximumWidth(304);
    side->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    body()->addLayout(row, 1);
}

void ArticlePane::buildConflict() {
    m_conflict->setObjectName(QStringLiteral("conflict"));
    auto *compare = makeButton(tr("Compare"), QStringLiteral("compareVersions"), ButtonKind::Quiet, m_conflict);
    auto *theirs = makeButton(tr("Take theirs"), QStringLiteral("takeTheirs"), ButtonKind::Plain, m_conflict);
    auto *mine = makeButton(tr("Keep mine"), QStringLiteral("keepMine"), ButtonKind::Plain, m_conflict);
    theirs->setToolTip(tr("Throws away what you typed here"));
    mine->setToolTip(tr("Your text stays; saving makes it the newest version, theirs stays in the history"));
    for (QPushButton *button : {compare, theirs, mine})
        m_conflict->addAction(button);
    connect(compare, &QPushButton::clicked, this, &ArticlePane::showHistory);
    connect(theirs, &QPushButton::clicked, this, &ArticlePane::discard);
    connect(mine, &QPushButton::clicked, this, [this] {
        m_drafts.keepMine(m_current);
        open(m_current);
    });
}

void ArticlePane::open(ArticleId id) {
    const ArticleId before = m_current;
    m_current = id;
    const ArticleRow *row = m_articles.find(id);
    const auto draft = m_drafts.find(id);
    m_base = draft ? draft->base : row ? row->article : Article();
    m_editor->show(draft ? draft->edited : m_base);
    m_stack->setCurrentWidget(m_editor);
    updateHeader();
    if (before != id) {
        m_side->setArticle(id);
        emit opened(id);
    }
}

void ArticlePane::beginNew() {
    const Article article = m_drafts.begin();
    m_articles.put({article, 0, {}, true});
    open(article.id);
    m_editor->focusTitle();
}

void ArticlePane::noteStored(const Article &stored) {
    if (!m_saving.contains(stored.id)) // else the answer to the saving says more
        m_drafts.noteStored(stored);
}

void ArticlePane::refresh() {
    m_side->refresh();
    if (!m_articles.find(m_current))
        return;
    const bool wasReading = m_stack->currentWidget() == m_history;
    open(m_current);
    if (wasReading)
        m_stack->setCurrentWidget(m_history);
}

void ArticlePane::markUnsaved() {
    for (const ArticleId id : m_drafts.ids()) {
        if (id.isValid())
            m_articles.setUnsaved(id, true);
        else
            m_articles.put({m_drafts.find(id)->edited, 0, {}, true});
    }
}

void ArticlePane::note() {
    const Article edited = m_editor->article();
    const bool isUnsaved = m_drafts.keep(m_base, edited);
    if (m_current.isValid())
        m_articles.setUnsaved(m_current, isUnsaved);
    else
        m_articles.put({edited, 0, {}, true});
    updateHeader();
}

void ArticlePane::updateHeader() {
    const auto draft = m_drafts.find(m_current);
    const bool isOpen = m_current.value != 0, isStored = m_current.isValid();
    const QString title = draft ? draft->edited.title : m_base.title;
    QString summary = versionSummary(m_base);
    if (isStored && draft)
        summary = tr("Not saved") + QStringLiteral(" \u00b7 ") + summary;
    setTitle(title.isEmpty() ? (isOpen ? tr("New article") : tr("No article is open")) : title.simplified(),
             isOpen ? summary : QString());
    m_editor->setEnabled(isOpen);
    m_discard->setVisible(draft.has_value());
    m_historyButton->setEnabled(isStored);
    m_archive->setEnabled(isStored);
    m_archive->setText(m_base.status == ArticleStatus::Archived ? tr("Restore") : tr("Archive"));
    m_archive->setAccessibleName(m_archive->text());
    m_save->setEnabled(draft && !draft->theirs && !m_saving.contains(m_current));
    if (draft && draft->theirs)
        m_conflict->show(
            tr("This article was changed elsewhere while you edited it (now version %1). Your text is kept.")
                .arg(draft->theirs->version),
            Tone::Warning);
    else
        m_conflict->hide();
}

void ArticlePane::save() {
    m_stack->setCurrentWidget(m_editor);
    if (!m_editor->check())
        return;
    note();
    if (const auto draft = m_drafts.find(m_current))
        store(draft->edited, true);
}

void ArticlePane::store(const Article &article, bool isDraft) {
    m_saving.insert(article.id);
    updateHeader();
    m_desk.ask([article](Desk &desk) { return saveUnlessChanged(desk, {article}); })
        .then(this, [this, article, isDraft](const Result<QVector<Article>> &saved) {
            m_saving.remove(article.id);
            if (saved) {
                finish(article, isDraft, saved->first());
                return;
            }
            updateHeader();
            emit failed(saved.error());
            if (saved.error().kind == ErrorKind::Conflict)
                emit outdated(article.id);
        });
}

void ArticlePane::finish(const Article &sent, bool isDraft, const Article &saved) {
    if (isDraft)
        m_drafts.noteSaved(sent.id, sent, saved);
    else
        m_drafts.noteStored(saved);
    const ArticleRow *row = m_articles.find(sent.id);
    const int used = row ? row->used : 0;
    const bool isCurrent = m_current == sent.id;
    if (!sent.id.isValid())
        m_articles.remove(sent.id);
    m_articles.put({saved, used, searchKey(saved), m_drafts.contains(saved.id)});
    if (isCurrent) {
        open(saved.id);
        emit opened(saved.id);
    }
    m_side->refresh();
    emit outdated(saved.id); // somebody else may have written right after
    emit said(tr("\u201c%1\u201d is saved as version %2.").arg(saved.title.simplified()).arg(saved.version));
}

void ArticlePane::archiveOrRestore() {
    if (m_base.status == ArticleStatus::Archived) {
        setStatus(ArticleStatus::Live);
        return;
    }
    ask(tr("Archive \u201c%1\u201d? The assistant no longer answers with it. It can be restored at any time.")
            .arg(m_base.title),
        tr("Archive"), [this] { setStatus(ArticleStatus::Archived); });
}

void ArticlePane::setStatus(ArticleStatus status) {
    const ArticleRow *row = m_articles.find(m_current);
    if (!row)
        return;
    Article article = row->article;
    article.status = status;
    store(article, false);
}

void ArticlePane::askToDiscard() {
    ask(tr("Throw away what you typed in \u201c%1\u201d and did not save?").arg(m_editor->article().title),
        tr("Discard changes"), [this] { discard(); });
}

void ArticlePane::discard() {
    const ArticleId id = m_current;
    m_drafts.drop(id);
    if (id.isValid()) {
        m_articles.setUnsaved(id, false);
        open(id);
        return;
    }
    m_articles.remove(id);
    open(ArticleId{m_articles.index(0, 0).data(ArticleListModel::IdRole).toLongLong()});
}

void ArticlePane::showHistory() {
    m_reader.ask([id = m_current](Reader &reader) { return reader.stores().articles.versions(id); })
        .then(this, [this, id = m_current](const Result<QVector<Article>> &versions) {
            if (!versions) {
                emit failed(versions.error());
                return;
            }
            if (id != m_current)
                return;
            const auto draft = m_drafts.find(id);
            m_history->show(*versions, draft ? std::optional<Article>(draft->edited) : std::nullopt);
            m_stack->setCurrentWidget(m_history);
        });
}

void ArticlePane::restoreVersion(const Article &version) {
    const ArticleRow *row = m_articles.find(m_current);
    if (!row || version.id != m_current)
        return;
    Article article = version;
    article.version = row->article.version; // what it replaces
    article.status = row->article.status;
    store(article, false);
}

void ArticlePane::ask(const QString &question, const QString &deed, const std::function<void()> &then) {
    askBefore(question, deed, true, this, [this, then, id = m_current] {
        if (id == m_current)
            then();
    });
}

} // namespace relaydesk
