// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/requestlist.h"
#include <QtCore/QLocale>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

QStringList cellsOf(const RequestRecord &record) {
    const QLocale locale;
    return {locale.toString(record.at.toLocalTime(), QLocale::ShortFormat),
            record.host,
            record.model,
            locale.formattedDataSize(record.bytesSent),
            locale.formattedDataSize(record.bytesReceived),
            locale.toString(record.promptTokens + record.completionTokens),
            RequestList::tr("%1 s").arg(double(record.milliseconds) / 1000, 0, 'f', 1),
            record.cost < 0 ? RequestList::tr("not known") : QStringLiteral("$") + locale.toString(record.cost, 'f', 5),
            record.maybeSentTwice ? record.result + u' ' + RequestList::tr("It may have been sent twice.")
                                  : record.result};
}

} // namespace

RequestList::RequestList(const QVector<RequestRecord> &records, QWidget *parent) : QDialog(parent) {
    setObjectName(QStringLiteral("requestList"));
    setWindowTitle(tr("What was sent to the language model"));
    resize(900, 560);
    const QStringList titles{tr("When"),   tr("Where to"), tr("Model"), tr("Sent"),  tr("Received"),
                             tr("Tokens"), tr("Time"),     tr("Price"), tr("Result")};
    auto *table = new QTableWidget(int(records.size()), int(titles.size()), this);
    table->setObjectName(QStringLiteral("requests"));
    table->setAccessibleName(tr("Requests, newest first"));
    table->setHorizontalHeaderLabels(titles);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < records.size(); ++row) {
        const QStringList cells = cellsOf(records[row]);
        for (int column = 0; column < cells.size(); ++column)
            table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    table->resizeColumnsToContents();
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("sentText"));
    text->setAccessibleName(tr("The text as it was sent"));
    text->setReadOnly(true);
    text->setPlaceholderText(records.isEmpty() ? tr("Nothing was ever sent from this database.")
                                               : tr("Choose a request to read what was sent."));
    connect(table, &QTableWidget::currentCellChanged, text, [records, text](int row) {
        text->setPlainText(row >= 0 && row < records.size() ? records[row].sent : QString());
    });
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(table);
    splitter->addWidget(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeRequests"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
}

} // namespace relaydesk
