// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/commands/shortcutsheet.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QKeySequenceEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

enum Column { TitleColumn, PlaceColumn, KeysColumn, UndoColumn, columns };

QString native(const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); }

Command *commandOf(const QTreeWidgetItem *item) {
    return item ? item->data(TitleColumn, Qt::UserRole).value<Command *>() : nullptr;
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget &window, const QHash<QString, QString> &pages)
    : QDialog(&window)
    , m_registry(window) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAccessibleName(tr("Shortcuts"));
    setWindowTitle(tr("Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(QSize(720, 620).boundedTo(window.size() - QSize(40, 40)));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setAccessibleName(tr("Search the shortcuts"));
    m_search->setPlaceholderText(tr("Search by what it does or by its keys"));
    buildList(pages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(buildChange());
    m_remark = makeLabel({}, TextKind::Muted, this);
    m_remark->setObjectName(QStringLiteral("shortcutRemark"));
    m_remark->setWordWrap(true);
    layout->addWidget(m_remark);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::narrow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutSheet::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_keys, [this] { m_keys->setFocus(); });
    connect(this, &QDialog::finished, &window, &QWidget::activateWindow);
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ShortcutSheet::buildList(const QHash<QString, QString> &pages) {
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setColumnCount(columns);
    m_list->setHeaderLabels({tr("Action"), tr("Where"), tr("Keys"), tr("Undo")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    for (Command *command : m_registry.all()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(TitleColumn, command->title());
        item->setText(PlaceColumn, command->place().isEmpty() ? tr("Everywhere") : pages.value(command->place()));
        item->setText(UndoColumn, command->isUndoable() ? tr("can be undone") : QString());
        item->setData(TitleColumn, Qt::UserRole, QVariant::fromValue(command));
    }
    showKeys();
}

QLayout *ShortcutSheet::buildChange() {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_keys = new QKeySequenceEdit(this);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New keys for the chosen action"));
    for (auto *field : m_keys->findChildren<QLineEdit *>())
        field->setAccessibleName(m_keys->accessibleName());
    m_apply = makeButton(tr("Use these keys"), QStringLiteral("applyShortcut"), ButtonKind::Primary, this);
    m_reset = makeButton(tr("Reset"), QStringLiteral("resetShortcut"), ButtonKind::Plain, this);
    QPushButton *all = makeButton(tr("Reset all"), QStringLiteral("resetShortcuts"), ButtonKind::Quiet, this);
    for (QPushButton *button : {m_apply, m_reset, all})
        button->setAutoDefault(false);
    row->addWidget(m_keys, 1);
    for (QPushButton *button : {m_apply, m_reset, all})
        row->addWidget(button);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutSheet::weigh);
    connect(m_apply, &QPushButton::clicked, this, &ShortcutSheet::apply);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        current()->resetKeys();
        showKeys();
        showCurrent();
    });
    connect(all, &QPushButton::clicked, this, &ShortcutSheet::resetAll);
    return row;
}

void ShortcutSheet::narrow(const QString &words) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        bool isWanted = false;
        for (const int column : {TitleColumn, PlaceColumn, KeysColumn})
            isWanted = isWanted || item->text(column).contains(words.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!isWanted);
    }
}

Command *ShortcutSheet::current() const { return commandOf(m_list->currentItem()); }

void ShortcutSheet::showCurrent() {
    const Command *command = current();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_keys, m_apply, m_reset})
        widget->setEnabled(command);
    m_keys->setKeySequence(command ? command->shortcut() : QKeySequence());
    weigh();
}

//! Only the first of several key strokes counts.
void ShortcutSheet::weigh() {
    const Command *command = current();
    if (!command)
        return;
    const QKeySequence keys = m_keys->keySequence();
    if (keys.count() > 1) {
        m_keys->setKeySequence(QKeySequence(keys[0]));
        return;
    }
    const Command *holder = m_registry.holderOf(keys, *command);
    m_apply->setEnabled(keys != command->shortcut());
    m_apply->setText(holder ? tr("Take these keys") : keys.isEmpty() ? tr("Use no keys") : tr("Use these keys"));
    m_remark->setText(
        holder ? tr("%1 is used for \u201c%2\u201d, which would have no keys then.").arg(native(keys), holder->title())
               : tr("Choose an action, then press its new keys above."));
}

void ShortcutSheet::apply() {
    Command *command = current();
    const QKeySequence keys = m_keys->keySequence();
    while (Command *holder = m_registry.holderOf(keys, *command))
        holder->chooseKeys({});
    command->chooseKeys(keys);
    showKeys();
    weigh();
}

void ShortcutSheet::resetAll() {
    for (Command *command : m_registry.all())
        command->resetKeys();
    showKeys();
    showCurrent();
}

void ShortcutSheet::showKeys() {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setText(KeysColumn, native(commandOf(item)->shortcut()));
    }
}

} // namespace relaydesk
