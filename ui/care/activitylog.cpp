// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/care/activitylog.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace relaydesk {

namespace {

//! All pages, the newest first; the file is there whole or not at all.
WorkBar::Outcome writeAll(const Stores &stores, ActivityFilter wanted, const QString &path, const Progress &progress) {
    constexpr int rowsAtOnce = 500;
    QSaveFile file(path);
    const auto refused = [&] {
        return failure(ErrorKind::Storage,
                       ActivityLog::tr("\u201c%1\u201d cannot be written: %2. A file that was there is as it was.")
                           .arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly) || file.write(activityCsvHeader()) < 0)
        return refused();
    wanted.most = rowsAtOnce;
    for (qint64 newest = 0;;) {
        const auto rows = readActivity(stores, wanted);
        RELAYDESK_TRY(rows);
        if (file.write(activityCsv(*rows)) < 0)
            return refused();
        if (rows->size() < wanted.most)
            break;
        wanted.before = rows->last().id;
        newest = std::max(newest, rows->first().id.value);
        if (!progress(int(100 * (newest - wanted.before.value) / newest)))
            return failure(ErrorKind::Cancelled, ActivityLog::tr("Left off: no file was written."));
    }
    if (!file.commit())
        return refused();
    return ActivityLog::tr("Saved to %1.").arg(path);
}

} // namespace

ActivityLog::ActivityLog(const Theme &theme, const Readers &readers, TicketId ticket, QWidget *parent)
    : QDialog(parent)
    , m_readers(readers)
    , m_ticket(ticket)
    , m_saving(new WorkBar(theme, this)) {
    setObjectName(QStringLiteral("activityLogDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(ticket.isValid() ? tr("History of ticket %1").arg(ticket.value) : tr("Who did what"));
    resize(760, 520);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), TextKind::Title, this));
    m_agents = named(new QComboBox(this), QStringLiteral("activityAgent"), tr("Whose deeds"));
    m_agents->addItem(tr("Everybody"), 0);
    layout->addWidget(m_agents);
    buildTable();
    layout->addWidget(m_table, 1);
    m_says = makeLabel({}, TextKind::Muted, this);
    m_says->setObjectName(QStringLiteral("activitySays"));
    m_says->setWordWrap(true);
    layout->addWidget(m_says);
    layout->addWidget(m_saving);
    connect(m_saving, &WorkBar::failed, this, [this](const Failure &failure) {
        m_saving->tell(failure.sentence, Tone::Bad);
        emit failed(failure);
    });
    layout->addLayout(buildButtons());
    connect(m_agents, &QComboBox::activated, this, [this] { read(false); });
    readAgents();
    read(false);
}

void ActivityLog::buildTable() {
    m_table = named(new QTableView(this), QStringLiteral("activityTable"), tr("What was done, newest first"));
    m_table->setModel(&m_rows);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ActivityTableModel::When, 150);
    m_table->setColumnWidth(ActivityTableModel::Who, 150);
    m_table->setColumnWidth(ActivityTableModel::Ticket, 80);
    m_table->setColumnHidden(ActivityTableModel::Ticket, m_ticket.isValid());
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (value == bar->maximum() && m_hasMore)
            read(true);
    });
}

QLayout *ActivityLog::buildButtons() {
    auto *row = new QHBoxLayout;
    QPushButton *save = makeButton(tr("Save as CSV\u2026"), QStringLiteral("saveActivity"), ButtonKind::Plain, this);
    QPushButton *close = makeButton(tr("Close"), QStringLiteral("closeActivity"), ButtonKind::Primary, this);
    row->addWidget(save);
    row->addStretch();
    row->addWidget(close);
    connect(save, &QPushButton::clicked, this, &ActivityLog::askForFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void ActivityLog::readAgents() {
    m_readers.quick.ask([](Reader &reader) { return reader.stores().people.agents(); })
        .then(this, [this](const Result<QVector<Agent>> &agents) {
            for (const Agent &agent : agents.value_or(QVector<Agent>()))
                m_agents->addItem(agent.name, agent.id.value);
        });
}

ActivityFilter ActivityLog::filter() const {
    ActivityFilter filter;
    if (m_ticket.isValid())
        filter.ticket = m_ticket;
    if (const AgentId agent{m_agents->currentData().toLongLong()}; agent.isValid())
        filter.agent = agent;
    return filter;
}

void ActivityLog::read(bool isNext) {
    ActivityFilter wanted = filter();
    if (isNext && !m_rows.rows().isEmpty())
        wanted.before = m_rows.rows().last().id;
    m_hasMore = false; // until it is known again
    m_readers.quick.ask([wanted](Reader &reader) { return readActivity(reader.stores(), wanted); })
        .then(this, [this, isNext, most = wanted.most, question = ++m_asked](const Result<QVector<ActivityRow>> &rows) {
            if (question != m_asked)
                return;
            if (!rows) {
                emit failed(rows.error());
                return;
            }
            m_hasMore = rows->size() == most;
            if (isNext)
                m_rows.append(*rows);
            else
                m_rows.show(*rows);
            m_says->setText(m_rows.rows().isEmpty() ? tr("Nothing was done yet.")
                            : m_hasMore ? tr("The newest %1; scroll down for more.").arg(m_rows.rows().size())
                                        : tr("All %1.").arg(m_rows.rows().size()));
        });
}

void ActivityLog::askForFile() {
    auto *dialog = new QFileDialog(this, tr("Save the history"), QDir::homePath(), tr("CSV (*.csv)"));
    dialog->setObjectName(QStringLiteral("activityFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_ticket.isValid() ? QStringLiteral("ticket-%1.csv").arg(m_ticket.value)
                                          : QStringLiteral("history.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityLog::save);
    dialog->open();
}

void ActivityLog::save(const QString &path) {
    m_saving->follow(tr("Saving %1").arg(path), [this, path](const Progress &progress) {
        return m_readers.slow.ask([wanted = filter(), path, progress](Reader &reader) {
            return writeAll(reader.stores(), wanted, path, progress);
        });
    });
}

} // namespace relaydesk
