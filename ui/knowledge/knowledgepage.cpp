// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/knowledgepage.h"
#include "models/items/knowledgereading.h"
#include "ui/knowledge/articlelistview.h"
#include "ui/knowledge/articlepane.h"
#include "ui/knowledge/articlesaving.h"
#include "ui/knowledge/knowledgefiles.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include <QtGui/QShowEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

namespace relaydesk {

namespace {

constexpr int gatherMs = 40;
constexpr int outcomesMs = 5000;
constexpr int mostSingleReads = 20; //!< more changes than that: everything is read again

QFileDialog *fileDialog(QWidget *parent, const QString &title, QFileDialog::AcceptMode mode) {
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    return dialog;
}

QFuture<WorkBar::Outcome> ready(const WorkBar::Outcome &outcome) { return QtFuture::makeReadyFuture(outcome); }

} // namespace

KnowledgePage::KnowledgePage(const Theme &theme, Remote<Desk> desk, const Readers &readers, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_readers(readers)
    , m_work(new WorkBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_pane(new ArticlePane(theme, desk, readers, m_articles, this)) {
    setObjectName(QStringLiteral("knowledgePage"));
    m_work->setObjectName(QStringLiteral("knowledgeWork"));
    connect(m_work, &WorkBar::failed, this, &KnowledgePage::failed);
    auto *splitter = new QSplitter(Qt::Horizontal, m_stack);
    splitter->setObjectName(QStringLiteral("knowledgeSplitter"));
    splitter->setHandleWidth(12);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({460, 900});
    m_stack->addWidget(new QWidget(m_stack)); // until the articles have been read
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(buildTools());
    layout->addWidget(m_work);
    layout->addWidget(m_stack, 1);
    connectAll();
}

QLayout *KnowledgePage::buildTools() {
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("articleSearch"));
    m_search->setAccessibleName(tr("Search the articles"));
    m_search->setPlaceholderText(tr("Search titles, phrasings, tags and answers"));
    m_search->setToolTip(tr("Search the articles"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(460);
    m_found = makeLabel({}, TextKind::Small, this);
    m_found->setObjectName(QStringLiteral("articlesFound"));
    m_import = makeButton(tr("Import\u2026"), QStringLiteral("importKnowledge"), ButtonKind::Plain, this,
                          QStringLiteral("Ctrl+I"));
    auto *exported = makeButton(tr("Export\u2026"), QStringLiteral("exportKnowledge"), ButtonKind::Plain, this,
                                QStringLiteral("Ctrl+E"));
    m_begin = makeButton(tr("New article"), QStringLiteral("newArticle"), ButtonKind::Primary, this,
                         QStringLiteral("Ctrl+N"));
    connect(m_import, &QPushButton::clicked, this, &KnowledgePage::askForImport);
    connect(exported, &QPushButton::clicked, this, &KnowledgePage::askForExport);
    connect(m_begin, &QPushButton::clicked, this, [this] {
        m_pane->beginNew();
        updateCounts();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_found);
    row->addStretch(1);
    for (QPushButton *button : {m_import, exported, m_begin})
        row->addWidget(button);
    return row;
}

QWidget *KnowledgePage::buildEmpty() {
    auto *panel = new Panel(m_theme, m_stack);
    auto *state = new EmptyState(m_theme, QStringLiteral("knowledge"),
                                 tr("The desk knows nothing yet, so every question goes to a person. Import the sample "
                                    "knowledge to look around, or write the first article."),
                                 panel);
    state->setAction(tr("Import the sample knowledge"));
    state->button()->setObjectName(QStringLiteral("importSample"));
    auto *write = makeButton(tr("Write the first article"), QStringLiteral("firstArticle"), ButtonKind::Quiet, panel);
    connect(state, &EmptyState::actionTriggered, this, &KnowledgePage::sampleWanted);
    connect(write, &QPushButton::clicked, this, [this] {
        m_pane->beginNew();
        updateCounts();
    });
    panel->body()->addStretch(3);
    panel->body()->addWidget(state);
    panel->body()->addWidget(write, 0, Qt::AlignHCenter);
    panel->body()->addStretch(4);
    return panel;
}

QWidget *KnowledgePage::buildList() {
    auto *panel = new Panel(m_theme, m_stack);
    panel->setAccessibleName(tr("Articles"));
    panel->setMinimumWidth(300);
    m_list = new ArticleListView(m_theme, m_articles, panel);
    m_counts = makeLabel({}, TextKind::Small, panel);
    m_counts->setObjectName(QStringLiteral("knowledgeCounts"));
    m_archived = new QCheckBox(tr("Show archived"), panel);
    m_archived->setObjectName(QStringLiteral("showArchived"));
    m_archived->setAccessibleName(m_archived->text());
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_archived);
    panel->body()->setContentsMargins(1, 4, 1, 0);
    panel->body()->addWidget(m_list, 1);
    panel->body()->addLayout(foot);
    return panel;
}

void KnowledgePage::connectAll() {
    for (QTimer *timer : {&m_gather, &m_outcomes})
        timer->setSingleShot(true);
    connect(&m_gather, &QTimer::timeout, this, &KnowledgePage::readChanged);
    connect(&m_outcomes, &QTimer::timeout, this, [this] {
        if (isVisible()) // else the next showing reads
            refresh();
    });
    auto *find = new Command(QStringLiteral("findArticle"), tr("Search the articles"), QStringLiteral("Ctrl+F"), this);
    connect(find, &Command::triggered, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_articles.setSearch(text);
        updateCounts();
    });
    connect(m_archived, &QCheckBox::toggled, this, [this](bool shown) {
        m_articles.setArchivedShown(shown);
        updateCounts();
    });
    connect(m_list, &ArticleListView::chosen, m_pane, &ArticlePane::open);
    connect(m_pane, &ArticlePane::opened, m_list, &ArticleListView::select);
    connect(m_pane, &ArticlePane::failed, this, &KnowledgePage::failed);
    connect(m_pane, &ArticlePane::said, m_work, [this](const QString &sentence) { m_work->tell(sentence); });
    const auto note = [this](ArticleId id) {
        m_changed.insert(id);
        m_gather.start(gatherMs);
    };
    connect(m_pane, &ArticlePane::outdated, this, note);
    connect(m_desk.object(), &Desk::articleChanged, this, note);
    connect(m_desk.object(), &Desk::conversationChanged, this, [this] {
        if (!m_outcomes.isActive())
            m_outcomes.start(outcomesMs);
    });
}

void KnowledgePage::refresh() {
    m_readers.slow.ask([](Reader &reader) { return readKnowledge(reader.stores()); })
        .then(this, [this](const Result<ArticleRows> &rows) {
            if (rows)
                showRows(*rows);
            else
                emit failed(rows.error());
        });
}

void KnowledgePage::openArticle(ArticleId id) {
    m_wanted = id;
    if (!m_articles.find(id))
        return; // showRows() opens it
    m_wanted = {};
    m_pane->open(id);
    m_list->select(id);
}

void KnowledgePage::showRows(const ArticleRows &rows) {
    m_loaded = true;
    for (const auto &row : rows)
        m_pane->noteStored(row->article);
    m_articles.show(rows);
    m_pane->markUnsaved();
    m_pane->refresh();
    if (m_wanted.isValid())
        openArticle(m_wanted);
    if (!m_articles.find(m_pane->current()) && m_articles.rowCount() > 0)
        openArticle(ArticleId{m_articles.index(0, 0).data(ArticleListModel::IdRole).toLongLong()});
    updateCounts();
}

void KnowledgePage::readChanged() {
    const QVector<ArticleId> ids(m_changed.cbegin(), m_changed.cend());
    m_changed.clear();
    if (!m_loaded || ids.size() > mostSingleReads) {
        if (isVisible()) // else the next showing reads
            refresh();
        return;
    }
    m_readers.quick.ask([ids](Reader &reader) { return readArticles(reader.stores(), ids); })
        .then(this, [this](const Result<QVector<Article>> &articles) {
            if (articles)
                takeChanged(*articles);
            else
                emit failed(articles.error());
        });
}

void KnowledgePage::takeChanged(const QVector<Article> &articles) {
    for (const Article &article : articles) {
        m_pane->noteStored(article);
        const ArticleRow *row = m_articles.find(article.id);
        m_articles.put({article, row ? row->used : 0, searchKey(article), m_pane->isUnsaved(article.id)});
    }
    m_pane->refresh();
    if (m_pane->current().value == 0 && m_articles.rowCount() > 0)
        openArticle(ArticleId{m_articles.index(0, 0).data(ArticleListModel::IdRole).toLongLong()});
    updateCounts();
}

void KnowledgePage::updateCounts() {
    m_stack->setCurrentIndex(!m_loaded ? 0 : m_articles.total() == 0 ? 1 : 2);
    m_found->setText(m_search->text().trimmed().isEmpty() ? QString() : tr("%1 found").arg(m_articles.rowCount()));
    m_counts->setText(
        tr("Articles %1 \u00b7 Phrasings %2")
            .arg(locale().toString(m_articles.liveCount()), locale().toString(m_articles.phrasingCount())));
}

void KnowledgePage::importFrom(const QString &path) {
    m_work->follow(tr("Importing %1. The desk goes on with what it knows").arg(path), [&](const Progress &progress) {
        return m_readers.slow.ask([path](Reader &reader) { return planImport(reader.stores(), path); })
            .then(this,
                  [this, progress](const Result<ImportPlan> &plan) {
                      return plan ? import(*plan, progress) : ready(tl::unexpected<Failure>(plan.error()));
                  })
            .unwrap();
    });
}

QFuture<WorkBar::Outcome> KnowledgePage::import(const ImportPlan &plan, const Progress &progress) {
    QFuture<bool> prepared = m_preparation ? m_preparation(plan.toSave, progress) : QtFuture::makeReadyFuture(true);
    return prepared
        .then(this,
              [this, plan, progress](bool whole) {
                  return whole && progress(100)
                             ? saveImport(plan)
                             : ready(failure(ErrorKind::Cancelled, tr("Left off: nothing was imported.")));
              })
        .unwrap();
}

QFuture<WorkBar::Outcome> KnowledgePage::saveImport(const ImportPlan &plan) {
    return m_desk.ask([plan](Desk &desk) -> WorkBar::Outcome {
        RELAYDESK_TRY(saveUnlessChanged(desk, plan.toSave));
        return importSentence(plan);
    });
}

void KnowledgePage::exportTo(const QString &path) {
    m_work->follow(tr("Writing %1").arg(path), [&](const Progress &) {
        return m_readers.slow.ask([path](Reader &reader) -> WorkBar::Outcome {
            const auto count = exportKnowledge(reader.stores(), path);
            RELAYDESK_TRY(count);
            return tr("Articles written to %2: %1.").arg(*count).arg(path);
        });
    });
}

int KnowledgePage::unsavedArticles() const { return m_pane->unsavedArticles(); }

void KnowledgePage::setReadOnly(bool readOnly) {
    m_import->setVisible(!readOnly);
    m_begin->setVisible(!readOnly);
}

QString KnowledgePage::notice() const { return m_work->sentence(); }

void KnowledgePage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void KnowledgePage::askForImport() {
    auto *dialog = fileDialog(this, tr("Import knowledge"), QFileDialog::AcceptOpen);
    dialog->setNameFilters(knowledgeFilters());
    connect(dialog, &QFileDialog::fileSelected, this, &KnowledgePage::importFrom);
    dialog->open();
}

void KnowledgePage::askForExport() {
    auto *dialog = fileDialog(this, tr("Export knowledge"), QFileDialog::AcceptSave);
    dialog->setNameFilters(knowledgeFilters().mid(1));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype start = filter.lastIndexOf(u'.') + 1;
        dialog->setDefaultSuffix(filter.mid(start, filter.lastIndexOf(u')') - start));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &KnowledgePage::exportTo);
    dialog->open();
}

} // namespace relaydesk
