// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/conversationlist.h"
#include "models/analytics/reading.h"
#include "models/items/conversationcsv.h"
#include "ui/analytics/analyticswords.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSaveFile>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

namespace relaydesk {

namespace {

Result<void> write(const QString &path, const QByteArray &bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(ErrorKind::Storage, ConversationList::tr("The list was not saved: %1. What stood there before is "
                                                            "untouched. Choose another folder or name.")
                                           .arg(file.errorString()));
}

} // namespace

ConversationList::ConversationList(const Theme &theme, Remote<Reader> reader, QWidget *parent)
    : QDialog(parent)
    , m_reader(reader)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_title(makeLabel({}, TextKind::Title, this))
    , m_number(makeLabel({}, TextKind::Muted, this))
    , m_search(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_message(makeLabel({}, TextKind::Muted, this))
    , m_table(new QTableView(this))
    , m_work(new WorkBar(theme, this)) {
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    setWindowTitle(tr("Conversations"));
    setWindowModality(Qt::WindowModal);
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(ConversationTableModel::SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    build(theme);
}

void ConversationList::build(const Theme &theme) {
    m_search->setObjectName(QStringLiteral("conversationListSearch"));
    m_search->setAccessibleName(tr("Search in this list"));
    m_search->setPlaceholderText(tr("Search in this list"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    connect(m_search, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);

    m_table->setObjectName(QStringLiteral("conversationListTable"));
    m_table->setAccessibleName(tr("Conversations"));
    m_table->setToolTip(tr("Enter opens the conversation"));
    m_table->setModel(m_sorted);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ConversationTableModel::When, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(36);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int widths[] = {112, 150, 150, 280, 180};
    for (int column = 0; column < ConversationTableModel::columns; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(ConversationTableModel::Question, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, &ConversationList::open);

    m_message->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_table);
    auto *panel = new Panel(theme, this);
    panel->body()->setContentsMargins(4, 4, 4, 4);
    panel->body()->addWidget(m_stack);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_number);
    head->addLayout(titles, 1);
    head->addWidget(m_search);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(head);
    all->addWidget(panel, 1);
    all->addWidget(m_work);
    all->addWidget(buildFooter());
    m_table->setFocus();
    connect(m_work, &WorkBar::failed, this, [this](const Failure &failure) {
        m_work->tell(failure.sentence, Tone::Bad);
        emit failed(failure);
    });
}

QWidget *ConversationList::buildFooter() {
    auto *footer = new QWidget(this);
    m_save = makeButton(tr("Save as CSV…"), QStringLiteral("conversationListSave"), ButtonKind::Plain, footer,
                        QStringLiteral("Ctrl+S"));
    auto *close = makeButton(tr("Close"), QStringLiteral("conversationListClose"), ButtonKind::Primary, footer);
    close->setToolTip(tr("Close (Esc)"));
    m_save->setAutoDefault(false); // Enter in the table opens the conversation
    close->setAutoDefault(false);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_save);
    row->addWidget(close);
    connect(m_save, &QPushButton::clicked, this, &ConversationList::askWhere);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return footer;
}

void ConversationList::list(const QString &title, const QVector<Count> &counts, const QString &fileName) {
    m_title->setText(title);
    m_number->setText(tr("Reading…"));
    m_message->setText(tr("Reading the conversations…"));
    m_stack->setCurrentWidget(m_message);
    m_search->clear();
    m_save->setEnabled(false);
    m_fileName = fileName;
    m_counts = counts.size();
    m_model.show({});
    m_work->replace(tr("Reading the conversations"), [&](const Progress &progress) {
        return m_reader.ask([counts, progress](Reader &reader) { return readCases(reader.stores(), counts, progress); })
            .then(this, [this, progress](const Result<QVector<ConversationCase>> &rows) -> WorkBar::Outcome {
                if (!rows) {
                    m_number->clear();
                    m_message->setText(rows.error().sentence);
                    RELAYDESK_TRY(rows);
                }
                if (progress(100)) // else another list is wanted
                    take(*rows);
                return QString();
            });
    });
}

void ConversationList::take(const QVector<ConversationCase> &rows) {
    m_model.show(rows);
    const QString conversations =
        tr("%n conversation(s)", nullptr, int(rows.size()))
            .replace(QLatin1String("(s)"), rows.size() == 1 ? QString() : QStringLiteral("s"));
    m_number->setText(m_counts == rows.size()
                          ? conversations
                          : tr("%1, counted %2 times").arg(conversations, analyticswords::number(int(m_counts))));
    m_message->setText(tr("No conversation is behind this number."));
    m_save->setEnabled(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    m_stack->setCurrentWidget(m_table);
    m_table->setCurrentIndex(m_sorted->index(0, 0));
    m_table->setFocus();
}

void ConversationList::open(const QModelIndex &index) {
    const ConversationId id{index.data(ConversationTableModel::IdRole).toLongLong()};
    if (!id.isValid())
        return;
    close();
    emit conversationWanted(id);
}

QVector<ConversationCase> ConversationList::shownRows() const {
    QVector<ConversationCase> rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        rows += m_model.rows()[m_sorted->mapToSource(m_sorted->index(row, 0)).row()];
    return rows;
}

void ConversationList::askWhere() {
    auto *dialog = new QFileDialog(this, tr("Save as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("CSV (*.csv)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &ConversationList::save);
    dialog->open();
}

void ConversationList::save(const QString &path) {
    m_work->run(tr("Saving %1").arg(path), [path, rows = shownRows()](const Progress &progress) -> WorkBar::Outcome {
        const QByteArray csv = conversationCsv(rows);
        if (!progress(50))
            return failure(ErrorKind::Cancelled, tr("Left off: no file was written."));
        RELAYDESK_TRY(write(path, csv));
        return tr("%1 rows saved as %2").arg(rows.size()).arg(path);
    });
}

} // namespace relaydesk
