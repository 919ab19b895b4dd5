// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/ticketspage.h"
#include "ui/care/undobar.h"
#include "ui/tickets/carebar.h"
#include "ui/tickets/hitpanel.h"
#include "ui/tickets/queryfield.h"
#include "ui/tickets/tickettable.h"
#include "ui/tickets/viewpane.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include <QtCore/QRegularExpression>
#include <QtGui/QShowEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int clockMs = 15000;
constexpr int indexMs = 700;
constexpr int wideEnough = 1250; //!< pixels for table and texts side by side

} // namespace

QString withSort(const QString &text, TicketSort sort) {
    static const QRegularExpression named(QStringLiteral("(?:^|\\s)sort:\\S*(?=\\s|$)"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QString rest = QString(text).remove(named).trimmed();
    const QString wanted = QStringLiteral("sort:") + keyOf(sort);
    return rest.isEmpty() ? wanted : rest + QLatin1Char(' ') + wanted;
}

TicketsPage::TicketsPage(const Theme &theme, Remote<Desk> desk, const Readers &readers, TicketActions &actions,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_actions(actions)
    , m_search(readers.quick, readers.slow) {
    setObjectName(QStringLiteral("ticketsPage"));
    m_views = new ViewPane(theme, this);
    m_views->setFixedWidth(196);
    m_views->setReadOnly(actions.isReadOnly());
    m_table = new TicketTable(theme, this);
    m_menu = new TicketMenu(
        actions, [this] { return m_table->chosen(); }, this);
    m_hits = new HitPanel(theme, this);
    m_hits->hide();
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("ticketsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->addWidget(buildTickets());
    m_splitter->addWidget(m_hits);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_views);
    layout->addWidget(m_splitter, 1);
    connectSearch();
    connectTable();
    addPlaceKeys();
    search(standingViews().value(2).text); // all open
}

QWidget *TicketsPage::buildTickets() {
    auto *panel = new Panel(m_theme, this);
    panel->setAccessibleName(tr("Tickets"));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 12, 12, 8);
    head->setSpacing(8);
    buildSearch(head);
    m_care = new CareBar(m_actions, *m_menu, panel);
    head->addWidget(m_care);
    panel->body()->addLayout(head);
    m_nothing = new EmptyState(m_theme, QStringLiteral("tickets"), {}, panel);
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    panel->body()->addWidget(m_stack, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 8, 12, 8);
    below->addWidget(new UndoBar(m_theme, m_actions, QStringLiteral("ticketsUndo"), panel));
    panel->body()->addLayout(below);
    panel->setMinimumWidth(420);
    panel->setMinimumHeight(240);
    return panel;
}

void TicketsPage::buildSearch(QVBoxLayout *layout) {
    m_field = new QueryField(m_theme, this);
    m_order = new QComboBox(this);
    m_order->setObjectName(QStringLiteral("ticketSort"));
    m_order->setAccessibleName(tr("Order of the tickets"));
    m_order->setToolTip(tr("What stands first"));
    m_order->addItem(tr("Next deadline"), int(TicketSort::NextDeadline));
    m_order->addItem(tr("Waiting longest"), int(TicketSort::WaitingLongest));
    m_order->addItem(tr("Priority"), int(TicketSort::Priority));
    m_order->addItem(tr("Newest"), int(TicketSort::Newest));
    connect(m_order, &QComboBox::activated, this, [this] { sortBy(TicketSort(m_order->currentData().toInt())); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_order);
    layout->addLayout(row);
    m_says = makeLabel({}, TextKind::Muted, this);
    m_says->setObjectName(QStringLiteral("searchSays"));
    m_says->setWordWrap(true);
    m_says->hide();
    layout->addWidget(m_says);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("indexProgress"));
    m_progress->setAccessibleName(tr("How much of the search index is built"));
    m_progress->setTextVisible(false);
    m_progress->hide();
    layout->addWidget(m_progress);
}

void TicketsPage::connectSearch() {
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_views->mark(text);
        m_search.search(text);
    });
    connect(m_field, &QueryField::completionsWanted, &m_search, &TicketSearch::complete);
    connect(m_field, &QueryField::left, this, [this] {
        if (m_stack->currentWidget() == m_table)
            m_table->setFocus(Qt::ShortcutFocusReason);
        else if (m_hits->isVisible())
            m_hits->takeFocus();
    });
    connect(&m_search, &TicketSearch::completed, m_field, &QueryField::offer);
    connect(&m_search, &TicketSearch::found, this, &TicketsPage::take);
    connect(&m_search, &TicketSearch::failed, this, &TicketsPage::failed);
    connect(&m_search, &TicketSearch::viewsRead, m_views, &ViewPane::showSaved);
    connect(&m_search, &TicketSearch::viewsCounted, m_views, &ViewPane::count);
    connect(&m_search, &TicketSearch::moreFound, this, [this](const HitPage &page) { m_hits->hits().append(page); });
    connect(&m_hits->hits(), &HitListModel::moreWanted, &m_search, &TicketSearch::readMore);
    connect(m_hits, &HitPanel::hitOpened, this, &TicketsPage::openHit);
    connect(m_views, &ViewPane::viewChosen, this, &TicketsPage::search);
    connect(m_views, &ViewPane::savingWanted, this, &TicketsPage::save);
    connect(m_views, &ViewPane::failed, this, &TicketsPage::failed);
    m_index.setSingleShot(true);
    m_index.setInterval(indexMs);
    connect(&m_index, &QTimer::timeout, &m_search, &TicketSearch::refresh);
}

void TicketsPage::connectTable() {
    TicketTableModel &tickets = m_table->tickets();
    connect(&tickets, &TicketTableModel::rowsWanted, &m_search, &TicketSearch::readRows);
    connect(&m_search, &TicketSearch::rowsRead, &tickets, &TicketTableModel::put);
    connect(m_table, &TicketTable::choiceChanged, this,
            [this] { m_care->showChoice(int(m_table->selectionModel()->selectedRows().size())); });
    connect(m_table, &TicketTable::ticketOpened, this, [this](TicketId id) { emit ticketWanted(id, {}); });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &point) { m_menu->popup(m_table->viewport()->mapToGlobal(point)); });
    connect(m_table, &TicketTable::columnPressed, this, [this](TicketTableModel::Column column) {
        if (column == TicketTableModel::PriorityColumn)
            sortBy(TicketSort::Priority);
        else if (column == TicketTableModel::DueColumn)
            sortBy(TicketSort::NextDeadline);
        else if (column == TicketTableModel::OpenedColumn || column == TicketTableModel::NumberColumn)
            sortBy(m_sort == TicketSort::Newest ? TicketSort::WaitingLongest : TicketSort::Newest);
    });
    connect(m_desk.object(), &Desk::ticketChanged, this, &TicketsPage::noteChange);
    connect(&m_actions, &TicketActions::agentChanged, this, [this](const Agent &agent) {
        m_search.setAgent(agent.id);
        m_table->tickets().forgetAll();
        refresh();
    });
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_search.readRows(m_table->inSight());
    });
    m_clock.start();
}

//! One key for each of the places, as on the Desk page.
void TicketsPage::addPlaceKeys() {
    const auto add = [this](const char *name, const QString &text, const char *keys,
                            const std::function<void()> &deed) {
        auto *command = new Command(QLatin1String(name), text, QLatin1String(keys), this);
        connect(command, &Command::triggered, this, deed);
    };
    add("toViews", tr("Go to the views"), "Alt+1", [this] { m_views->takeFocus(); });
    add("toTickets", tr("Go to the tickets"), "Alt+2", [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    add("toTexts", tr("Go to what was said"), "Alt+3", [this] { m_hits->takeFocus(); });
    add("searchTickets", tr("Search tickets"), "Ctrl+F", [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
}

void TicketsPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    refresh();
}

void TicketsPage::refresh() {
    if (!isVisible())
        return;
    m_search.refresh();
    m_search.readViews();
    m_search.readRows(m_table->inSight());
}

void TicketsPage::search(const QString &text) {
    m_field->setText(text);
    m_views->mark(text);
    m_search.search(text);
}

void TicketsPage::sortBy(TicketSort sort) { search(withSort(m_field->text(), sort)); }

void TicketsPage::save(const QVector<TicketView> &views) {
    m_desk.ask([value = savedViewsValue(views)](Desk &desk) { return desk.setSetting(savedViewsKey(), value); })
        .then(this, [this](const Result<void> &saved) {
            if (!saved)
                emit failed(saved.error());
            m_search.readViews();
        });
}

//! While the page is not seen, nothing is read; it is when it is shown.
void TicketsPage::noteChange(TicketId id) {
    if (!isVisible()) {
        m_table->tickets().forget(id);
        return;
    }
    if (m_table->tickets().indexOf(id).isValid())
        m_search.readRows({id});
    m_search.refresh();
    m_search.readViews();
}

void TicketsPage::take(const FoundTickets &found) {
    const bool isWithout = found.view.matches.ids.isEmpty();
    if (isWithout)
        sayNothing(found);
    m_stack->setCurrentWidget(isWithout ? static_cast<QWidget *>(m_nothing) : m_table);
    m_table->tickets().show(found.view.matches.ids);
    m_table->tickets().put(found.rows);
    m_sort = found.view.query.sort;
    m_care->showCount(int(found.view.matches.ids.size()), found.view.matches.isCut);
    m_order->setCurrentIndex(m_order->findData(int(m_sort)));
    say(found);
    showHits(found);
}

//! What was not understood, what was looked for instead, and how far the index is: one sentence a line.
void TicketsPage::say(const FoundTickets &found) {
    QStringList lines;
    for (const QueryTrouble &trouble : found.view.troubles)
        lines += trouble.sentence;
    const auto &respelled = found.view.respelled ? found.view.respelled
                            : found.texts        ? found.texts->respelled
                                                 : std::nullopt;
    lines += respelledSentence(respelled);
    const IndexState &index = found.view.index;
    if (found.texts)
        lines += indexSentence(index);
    lines.removeAll(QString());
    m_says->setText(lines.join(u'\n'));
    m_says->setVisible(!lines.isEmpty());
    m_progress->setVisible(found.texts && index.kind == IndexState::Building);
    m_progress->setValue(int(100 * index.share));
    if (index.kind == IndexState::Building && isVisible())
        m_index.start();
}

void TicketsPage::sayNothing(const FoundTickets &found) {
    const TicketView view = m_views->current();
    if (found.text.trimmed().isEmpty())
        m_nothing->setSentence(tr("No tickets yet. What the assistant is not sure about arrives here."));
    else if (!view.name.isEmpty())
        m_nothing->setSentence(tr("No ticket is in \u201c%1\u201d.").arg(view.name));
    else if (found.texts && !found.texts->page.hits.isEmpty())
        m_nothing->setSentence(tr("No ticket fits; the words were found elsewhere."));
    else
        m_nothing->setSentence(tr("No ticket fits. Take something away from the search, or choose a view."));
}

//! A list that was scrolled stays while the same is found.
void TicketsPage::showHits(const FoundTickets &found) {
    m_hits->setVisible(found.texts.has_value());
    if (!found.texts)
        return;
    const QVector<SearchHit> &hits = found.texts->page.hits;
    bool isSame = !hits.isEmpty() && m_hits->hits().rowCount() >= hits.size();
    for (int row = 0; isSame && row < hits.size(); ++row)
        isSame = m_hits->hits().hit(row) == hits[row];
    if (!isSame)
        m_hits->show(found.texts->page);
}

void TicketsPage::openHit(const SearchHit &hit) {
    if (hit.kind == HitKind::Article)
        emit articleWanted(hit.article);
    else if (hit.ticket.isValid())
        emit ticketWanted(hit.ticket, hit.message);
    else
        emit conversationWanted(hit.conversation);
}

void TicketsPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() >= wideEnough ? Qt::Horizontal : Qt::Vertical);
}

} // namespace relaydesk
