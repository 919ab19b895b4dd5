// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/servicekeys.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/styles.h"
#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int rowsShown = 4;

QString roleText(KeyRole role) {
    switch (role) {
    case KeyRole::Agent:
        return ServiceKeys::tr("Agent");
    case KeyRole::Analyst:
        return ServiceKeys::tr("Analyst");
    case KeyRole::CustomerApp:
        break;
    }
    return ServiceKeys::tr("Customer app");
}

QString timeText(const QDateTime &time) {
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : ServiceKeys::tr("never");
}

} // namespace

ServiceKeys::ServiceKeys(QWidget *parent) : QWidget(parent) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildTable(column);
    buildMaking(column);
    buildMade(column);
    showKeys({});
}

void ServiceKeys::buildTable(QVBoxLayout *column) {
    m_table = named(new QTableWidget(0, 4, this), QStringLiteral("serviceKeys"), tr("Keys"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("Made"), tr("Last used")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rowsShown * m_table->verticalHeader()->defaultSectionSize());
    column->addWidget(m_table);
    m_none = makeLabel(tr("There is no key yet. Customers need none; agents and programs do."), TextKind::Muted, this);
    m_none->setWordWrap(true);
    column->addWidget(m_none);
    m_revoke = makeButton(tr("Revoke"), QStringLiteral("revokeKey"), ButtonKind::Danger, this);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_revoke->setEnabled(current()); });
    connect(m_revoke, &QPushButton::clicked, this, &ServiceKeys::askToRevoke);
}

void ServiceKeys::buildMaking(QVBoxLayout *column) {
    m_name = named(new QLineEdit(this), QStringLiteral("keyName"), tr("Name of the new key"));
    m_name->setPlaceholderText(tr("Name of who uses it"));
    m_name->setToolTip(tr("An agent's key acts as the agent of that name."));
    m_name->setMaxLength(100);
    m_role = named(new QComboBox(this), QStringLiteral("keyRole"), tr("Role of the new key"));
    for (const auto &role : Names<KeyRole>::all)
        m_role->addItem(roleText(role.value), int(role.value));
    QPushButton *make = makeButton(tr("Make a key"), QStringLiteral("makeKey"), ButtonKind::Plain, this);
    make->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_role);
    row->addWidget(make);
    row->addWidget(m_revoke);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, make,
            [make](const QString &text) { make->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, make, &QPushButton::click);
    connect(make, &QPushButton::clicked, this,
            [this] { emit keyWanted(m_name->text().trimmed(), KeyRole(m_role->currentData().toInt())); });
}

void ServiceKeys::buildMade(QVBoxLayout *column) {
    m_madeRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_madeRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_made = named(new QLineEdit(m_madeRow), QStringLiteral("madeKey"), tr("The new key"));
    m_made->setReadOnly(true);
    QPushButton *copy = makeButton(tr("Copy"), QStringLiteral("copyKey"), ButtonKind::Quiet, m_madeRow);
    QPushButton *hide = makeButton(tr("I have it"), QStringLiteral("hideKey"), ButtonKind::Quiet, m_madeRow);
    row->addWidget(makeLabel(tr("Shown this once:"), TextKind::Muted, m_madeRow));
    row->addWidget(m_made, 1);
    row->addWidget(copy);
    row->addWidget(hide);
    m_madeRow->hide();
    column->addWidget(m_madeRow);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_made->text()); });
    connect(hide, &QPushButton::clicked, this, [this] {
        m_made->clear();
        m_madeRow->hide();
    });
}

const AccessKey *ServiceKeys::current() const {
    const int row = m_table->selectionModel()->hasSelection() ? m_table->currentRow() : -1;
    return row >= 0 && row < m_keys.size() ? &m_keys[row] : nullptr;
}

//! Those in force: a revoked one opens nothing and is nobody's any more.
void ServiceKeys::showKeys(const QVector<AccessKey> &keys) {
    const AccessKeyId before = current() ? current()->id : AccessKeyId{};
    m_keys = keys;
    m_keys.removeIf([](const AccessKey &key) { return key.isRevoked(); });
    m_table->setVisible(!m_keys.isEmpty());
    m_none->setVisible(m_keys.isEmpty());
    m_table->clearSelection();
    m_table->setRowCount(int(m_keys.size()));
    for (int row = 0; row < m_keys.size(); ++row) {
        const AccessKey &key = m_keys[row];
        const QStringList cells{key.name, roleText(key.role), timeText(key.createdAt), timeText(key.usedAt)};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        if (key.id == before)
            m_table->selectRow(row);
    }
    m_revoke->setEnabled(current());
}

void ServiceKeys::showMade(const QString &key) {
    m_name->clear();
    m_made->setText(key);
    m_made->setCursorPosition(0);
    m_madeRow->show();
}

void ServiceKeys::askToRevoke() {
    const AccessKey *key = current();
    if (!key)
        return;
    askBefore(
        tr("Revoke the key of %1? Whatever uses it is refused from now on; this cannot be undone.").arg(key->name),
        tr("Revoke"), false, this, [this, id = key->id] { emit revokeWanted(id); });
}

} // namespace relaydesk
