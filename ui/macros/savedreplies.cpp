// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/savedreplies.h"
#include "models/desk/desk.h"
#include "ui/macros/macroeditor.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/styles.h"
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QSignalBlocker>
#include <QtGui/QShortcut>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr int listWidth = 232;

Result<int> importFrom(Desk &desk, const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::NotFound,
            SavedReplies::tr("\u201c%1\u201d cannot be read: %2. Nothing was imported.").arg(path, file.errorString()));
    return MacroBook(desk).import(file.readAll());
}

Result<int> exportTo(Desk &desk, const QString &path) {
    const auto macros = readMacros(desk.stores().settings);
    RELAYDESK_TRY(macros);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(toJson(*macros)) < 0 || !file.commit())
        return failure(ErrorKind::Storage,
                       SavedReplies::tr("\u201c%1\u201d cannot be written: %2. A file that was there is as it was.")
                           .arg(path, file.errorString()));
    return int(macros->size());
}

} // namespace

SavedReplies::SavedReplies(const Theme &theme, Remote<Desk> desk, const MacroPlace &place, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_place(place) {
    setObjectName(QStringLiteral("savedRepliesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved replies and macros"));
    resize(880, 620);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(buildList());
    m_editor = new MacroEditor(theme, this);
    m_editor->setReadOnly(place.readOnly);
    row->addWidget(m_editor, 1);
    layout->addLayout(row, 1);
    buildNotice(theme, layout);
    layout->addLayout(buildButtons());
    connect(m_filter, &QLineEdit::textChanged, this, &SavedReplies::list);
    connect(m_list, &QListWidget::currentItemChanged, this, &SavedReplies::choose);
    connect(m_editor, &MacroEditor::changed, this, &SavedReplies::noteEdit);
    arrange();
    readFacts();
    read(-1);
}

QWidget *SavedReplies::buildList() {
    auto *whole = new QWidget(this);
    whole->setFixedWidth(listWidth);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_filter = named(new QLineEdit(whole), QStringLiteral("macroFilter"), tr("Find a saved reply"));
    m_filter->setPlaceholderText(tr("Find\u2026"));
    m_filter->setClearButtonEnabled(true);
    layout->addWidget(m_filter);
    m_list = named(new QListWidget(whole), QStringLiteral("macroList"), tr("Saved replies"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const char *name, auto deed, bool isWriting) {
        QPushButton *button = makeButton(text, QLatin1String(name), ButtonKind::Quiet, whole);
        button->setAutoDefault(false);
        button->setEnabled(!isWriting || !m_place.readOnly);
        connect(button, &QPushButton::clicked, this, deed);
        row->addWidget(button);
    };
    add(tr("New"), "macroNew", &SavedReplies::makeNew, true);
    add(tr("Import\u2026"), "macroImport", &SavedReplies::importFile, true);
    add(tr("Export\u2026"), "macroExport", &SavedReplies::exportFile, false);
    layout->addLayout(row);
    return whole;
}

void SavedReplies::buildNotice(const Theme &theme, QLayout *layout) {
    m_says = new NoticeBar(theme, this);
    m_says->setObjectName(QStringLiteral("macroSays"));
    m_bringBack = makeButton(tr("Undo"), QStringLiteral("macroBringBack"), ButtonKind::Quiet, m_says);
    m_discard = makeButton(tr("Close without saving"), QStringLiteral("macroDiscard"), ButtonKind::Danger, m_says);
    for (QPushButton *button : {m_bringBack, m_discard}) {
        button->setAutoDefault(false);
        button->hide();
        m_says->addAction(button);
    }
    connect(m_discard, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_bringBack, &QPushButton::clicked, this, [this] {
        Macro again = m_deleted;
        again.id = 0;
        tell([again](Desk &desk) { return MacroBook(desk).save(again); },
             [this](const Macro &stored) { take(stored, stored.id, tr("\u201c%1\u201d is back.").arg(stored.name)); });
    });
    layout->addWidget(m_says);
}

QLayout *SavedReplies::buildButtons() {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](const QString &text, const char *name, ButtonKind kind, auto deed) {
        QPushButton *button = makeButton(text, QLatin1String(name), kind, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, deed);
        row->addWidget(button);
        return button;
    };
    m_delete = add(tr("Delete"), "macroDelete", ButtonKind::Danger, &SavedReplies::remove);
    row->addStretch();
    m_use = add(tr("Use on the open ticket"), "macroUse", ButtonKind::Plain, &SavedReplies::use);
    add(tr("Close"), "macroClose", ButtonKind::Plain, &SavedReplies::reject);
    m_save = add(tr("Save"), "macroSave", ButtonKind::Primary, &SavedReplies::save);
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    auto *keys = new QShortcut(QKeySequence::Save, this);
    connect(keys, &QShortcut::activated, m_save, &QPushButton::click);
    return row;
}

template <typename Call, typename Then>
void SavedReplies::tell(Call call, Then then) {
    using Answer = std::invoke_result_t<Call, Desk &>;
    m_desk.ask(std::move(call)).then(this, [this, then](const Answer &answer) {
        if (answer)
            then(*answer);
        else
            say(answer.error().sentence, true);
    });
}

void SavedReplies::say(const QString &sentence, bool isTrouble) {
    m_discard->hide();
    m_bringBack->hide();
    m_says->show(sentence, isTrouble ? Tone::Bad : Tone::Good);
}

void SavedReplies::readFacts() {
    if (!m_place.ticket.isValid())
        return;
    tell([place = m_place](Desk &desk) { return MacroBook(desk).factsOf(place.ticket, place.agent); },
         [this](const MacroFacts &facts) { m_editor->setFacts(facts, facts.value(QStringLiteral("customer.name"))); });
}

//! `select`: an id; without one, the first.
void SavedReplies::read(int select) {
    tell([](Desk &desk) { return readMacros(desk.stores().settings); },
         [this, select](const QVector<Macro> &macros) {
             m_macros = macros;
             m_current = select >= 0 ? select : macros.isEmpty() ? 0 : macros.first().id;
             list();
         });
}

Macro SavedReplies::current() const {
    for (const Macro &macro : m_macros) {
        if (macro.id == m_current)
            return macro;
    }
    return {};
}

//! What is changed and not saved has a mark.
QString SavedReplies::titleOf(const Macro &macro) const {
    const QString name = m_edited.value(macro.id, macro).name;
    const QString title = name.isEmpty() ? tr("New saved reply") : name;
    return m_edited.contains(macro.id) ? tr("%1 \u2022").arg(title) : title;
}

//! A new one that is being written stands first.
void SavedReplies::list() {
    const QSignalBlocker still(m_list);
    m_list->clear();
    QVector<Macro> shown = m_macros;
    if (m_edited.contains(0) || m_current == 0)
        shown.prepend({});
    for (const Macro &macro : std::as_const(shown)) {
        const QString title = titleOf(macro);
        if (macro.id != 0 && !title.contains(m_filter->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(title, m_list);
        item->setData(Qt::UserRole, macro.id);
        item->setToolTip(macro.shortcut.isEmpty() ? title : QStringLiteral("%1 (/%2)").arg(title, macro.shortcut));
        if (macro.id == m_current)
            m_list->setCurrentItem(item);
    }
    m_editor->show(m_edited.value(m_current, current()));
    arrange();
}

void SavedReplies::choose() {
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    m_current = item->data(Qt::UserRole).toInt();
    m_editor->show(m_edited.value(m_current, current()));
    arrange();
}

void SavedReplies::noteEdit() {
    const Macro typed = m_editor->typed();
    if (typed == current())
        m_edited.remove(m_current);
    else
        m_edited.insert(m_current, typed);
    if (QListWidgetItem *item = m_list->currentItem())
        item->setText(titleOf(typed));
    arrange();
}

void SavedReplies::arrange() {
    const bool isEdited = m_edited.contains(m_current);
    m_save->setEnabled(isEdited && !m_place.readOnly);
    m_delete->setEnabled((m_current > 0 || isEdited) && !m_place.readOnly);
    m_use->setEnabled(m_current > 0 && !isEdited && m_place.ticket.isValid() && !m_place.readOnly);
}

void SavedReplies::makeNew() {
    m_current = 0;
    m_filter->clear();
    list();
    m_editor->takeFocus();
}

void SavedReplies::take(const Macro &stored, int edited, const QString &sentence) {
    m_edited.remove(edited);
    say(sentence, false);
    emit changed();
    read(stored.id);
}

void SavedReplies::save() {
    if (!m_save->isEnabled())
        return;
    const Macro macro = m_editor->typed();
    tell([macro](Desk &desk) { return MacroBook(desk).save(macro); },
         [this, edited = macro.id](const Macro &stored) {
             take(stored, edited, tr("\u201c%1\u201d is saved.").arg(stored.name));
         });
}

void SavedReplies::remove() {
    if (m_current <= 0) {
        m_edited.remove(m_current);
        read(-1);
        return;
    }
    tell(
        [id = m_current](Desk &desk) -> Result<Macro> {
            const auto macro = MacroBook(desk).find(id);
            RELAYDESK_TRY(macro);
            RELAYDESK_TRY(MacroBook(desk).remove(id));
            return macro;
        },
        [this](const Macro &macro) {
            m_deleted = macro;
            m_edited.remove(macro.id);
            say(tr("\u201c%1\u201d is deleted.").arg(macro.name), false);
            m_bringBack->show();
            emit changed();
            read(-1);
        });
}

void SavedReplies::use() {
    const int macro = m_current;
    reject();
    if (!isVisible())
        emit useWanted(macro);
}

void SavedReplies::reject() {
    if (m_edited.isEmpty() || m_place.readOnly) {
        QDialog::reject();
        return;
    }
    QStringList names;
    for (const Macro &macro : std::as_const(m_edited))
        names += macro.name.isEmpty() ? tr("a new one") : macro.name;
    say(tr("Changed and not saved: %1.").arg(names.join(tr(", "))), true);
    m_discard->show();
}

void SavedReplies::importFile() {
    auto *files = new QFileDialog(this, tr("Import saved replies"), {}, tr("Saved replies (*.json)"));
    files->setObjectName(QStringLiteral("macroFiles"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        tell([path](Desk &desk) { return importFrom(desk, path); },
             [this](int count) {
                 say(tr("Imported: %1. One of a known name became its next version.").arg(count), false);
                 emit changed();
                 read(m_current);
             });
    });
    files->open();
}

void SavedReplies::exportFile() {
    auto *files = new QFileDialog(this, tr("Export saved replies"), QStringLiteral("saved-replies.json"),
                                  tr("Saved replies (*.json)"));
    files->setObjectName(QStringLiteral("macroFiles"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(QStringLiteral("json"));
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        tell([path](Desk &desk) { return exportTo(desk, path); },
             [this, path](int count) { say(tr("Exported: %1, to %2.").arg(count).arg(path), false); });
    });
    files->open();
}

} // namespace relaydesk
