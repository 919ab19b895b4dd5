// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/macroeditor.h"
#include "ui/macros/macroactionlist.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr int textLines = 6;
constexpr int mostPreviewed = 180; //!< pixels

} // namespace

MacroEditor::MacroEditor(const Theme &theme, QWidget *parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("macroEditor"));
    setAccessibleName(tr("The chosen saved reply"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(16, 12, 16, 12);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name = line(QStringLiteral("macroName"), tr("Name"), tr("Refund sent"));
    form->addRow(tr("Name"), m_name);
    m_shortcut = line(QStringLiteral("macroShortcut"), tr("Word to type after /"), tr("refund"));
    form->addRow(tr("Word after /"), m_shortcut);
    form->addRow(tr("Text"), buildText());
    m_actions = new MacroActionList(content);
    form->addRow(tr("And then"), m_actions);
    m_whose = makeLabel({}, TextKind::Muted, content);
    m_preview = new MarkdownPreview(theme, content);
    m_preview->setObjectName(QStringLiteral("macroTried"));
    m_preview->setAccessibleName(tr("As it will read"));
    m_preview->fitTo(mostPreviewed);
    m_asks = makeLabel({}, TextKind::Muted, content);
    m_asks->setObjectName(QStringLiteral("macroAsks"));
    m_asks->setWordWrap(true);
    auto *tried = new QVBoxLayout;
    for (QWidget *part : std::initializer_list<QWidget *>{m_whose, m_preview, m_asks})
        tried->addWidget(part);
    form->addRow(tr("Reads"), tried);
    setWidget(content);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MacroEditor::preview);
    connect(m_actions, &MacroActionList::changed, this, &MacroEditor::preview);
    setFacts({}, {});
}

QLineEdit *MacroEditor::line(const QString &name, const QString &label, const QString &placeholder) {
    auto *edit = named(new QLineEdit(this), name, label);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textEdited, this, &MacroEditor::changed);
    return edit;
}

QWidget *MacroEditor::buildText() {
    auto *whole = new QWidget(this);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_text = named(new QPlainTextEdit(whole), QStringLiteral("macroText"), tr("Text, in Markdown with variables"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(textLines * m_text->fontMetrics().lineSpacing() + 16);
    layout->addWidget(m_text);
    QPushButton *insert =
        makeButton(tr("Insert a variable"), QStringLiteral("insertVariable"), ButtonKind::Quiet, whole);
    insert->setAutoDefault(false);
    insert->setMenu(buildVariables());
    layout->addWidget(insert, 0, Qt::AlignLeft);
    return whole;
}

QMenu *MacroEditor::buildVariables() {
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("variables"));
    menu->setAccessibleName(tr("Variables"));
    const auto offer = [&](const QString &words, const char *variable) {
        QAction *action = menu->addAction(words);
        action->setObjectName(QStringLiteral("variable.") + QLatin1String(variable));
        connect(action, &QAction::triggered, this, [this, variable] {
            m_text->insertPlainText(QStringLiteral("{{%1}}").arg(QLatin1String(variable)));
            m_text->setFocus();
        });
    };
    offer(tr("Customer\u2019s first name"), "customer.first");
    offer(tr("Customer\u2019s name"), "customer.name");
    offer(tr("Customer\u2019s e-mail address"), "customer.email");
    offer(tr("Your first name"), "agent.first");
    offer(tr("Your name"), "agent.name");
    offer(tr("Number of the ticket"), "ticket.id");
    offer(tr("What the customer asked"), "ticket.question");
    offer(tr("Something to be asked for"), "ask:Order number");
    return menu;
}

void MacroEditor::show(const Macro &macro) {
    const QScopedValueRollback showing(m_isShowing, true);
    m_macro = macro;
    m_name->setText(macro.name);
    m_shortcut->setText(macro.shortcut);
    m_actions->show(macro.actions);
    m_text->setPlainText(macro.text);
    preview();
}

Macro MacroEditor::typed() const {
    Macro macro = m_macro;
    macro.name = m_name->text().simplified();
    macro.shortcut = m_shortcut->text().trimmed().remove(u'/');
    macro.text = m_text->toPlainText();
    macro.actions = m_actions->actions();
    return macro;
}

void MacroEditor::setFacts(const MacroFacts &facts, const QString &whose) {
    m_facts = facts;
    m_whose->setText(whose.isEmpty() ? tr("To a made-up customer:")
                                     : tr("To %1, who wrote the open ticket:").arg(whose));
    if (facts.isEmpty())
        m_facts = {{QStringLiteral("customer.name"), tr("Maya Chen")},
                   {QStringLiteral("customer.first"), tr("Maya")},
                   {QStringLiteral("customer.email"), QStringLiteral("maya@example.org")},
                   {QStringLiteral("agent.name"), tr("Dana Ortiz")},
                   {QStringLiteral("agent.first"), tr("Dana")},
                   {QStringLiteral("ticket.id"), QStringLiteral("1042")},
                   {QStringLiteral("ticket.question"), tr("I was charged twice")}};
    preview();
}

void MacroEditor::preview() {
    const MacroText text = filledIn(m_text->toPlainText(), m_facts);
    QStringList missing = text.missing;
    for (const MacroAction &action : m_actions->actions()) {
        if (action.deed == MacroDeed::Note)
            missing += filledIn(action.value, m_facts).missing;
    }
    missing.removeDuplicates();
    m_preview->show(text.text);
    m_preview->setVisible(!text.text.trimmed().isEmpty());
    m_whose->setVisible(m_preview->isVisibleTo(this));
    m_asks->setText(missing.isEmpty() ? tr("Asks for nothing.") : tr("Asks for: %1.").arg(missing.join(tr(", "))));
    if (!m_isShowing)
        emit changed();
}

void MacroEditor::setReadOnly(bool readOnly) {
    m_name->setReadOnly(readOnly);
    m_shortcut->setReadOnly(readOnly);
    m_text->setReadOnly(readOnly);
    m_actions->setReadOnly(readOnly);
}

void MacroEditor::takeFocus() {
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace relaydesk
