// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/macroquestion.h"
#include "ui/macros/macrowords.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostPreviewed = 220; //!< pixels

QString labelOf(const QString &question) {
    static const QHash<QString, QString> known{
        {QStringLiteral("customer.name"), MacroQuestion::tr("The customer\u2019s name")},
        {QStringLiteral("customer.first"), MacroQuestion::tr("The customer\u2019s first name")},
        {QStringLiteral("customer.email"), MacroQuestion::tr("The customer\u2019s e-mail address")},
        {QStringLiteral("ticket.question"), MacroQuestion::tr("What the customer asked")}};
    return known.value(question.toLower(), question);
}

} // namespace

bool resolvesWithText(const Macro &macro) {
    return !macro.text.trimmed().isEmpty() &&
           std::any_of(macro.actions.begin(), macro.actions.end(),
                       [](const MacroAction &action) { return action.deed == MacroDeed::Resolve; });
}

MacroQuestion::MacroQuestion(const Theme &theme, const FilledMacros &filled, QWidget *parent)
    : QDialog(parent)
    , m_macro(filled.macros.value(0)) {
    setObjectName(QStringLiteral("macroQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_macro.name);
    setMinimumWidth(480);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    m_preview = new MarkdownPreview(theme, this);
    m_preview->setObjectName(QStringLiteral("macroPreview"));
    m_preview->setAccessibleName(tr("As the customer will read it"));
    m_preview->fitTo(mostPreviewed);
    m_preview->setVisible(!m_macro.text.isEmpty());
    layout->addWidget(m_preview);
    const QString does = actionWords(m_macro.actions);
    QLabel *also = makeLabel(tr("It also: %1.").arg(does), TextKind::Muted, this);
    also->setObjectName(QStringLiteral("macroDoes"));
    also->setWordWrap(true);
    also->setVisible(!does.isEmpty());
    layout->addWidget(also);
    buildButtons(layout);
    buildFields(form, filled.missing);
    update();
}

void MacroQuestion::buildFields(QFormLayout *form, const QStringList &missing) {
    for (const QString &question : missing) {
        auto *field =
            named(new QLineEdit(this), QStringLiteral("macroAnswer%1").arg(m_fields.size() + 1), labelOf(question));
        field->setProperty("question", question);
        form->addRow(labelOf(question), field);
        connect(field, &QLineEdit::textChanged, this, &MacroQuestion::update);
        m_fields += field;
    }
    if (!m_fields.isEmpty()) {
        setTabOrder(m_fields.last(), m_go.last());
        m_fields.first()->setFocus();
    }
}

//! The last one is what Return does.
void MacroQuestion::buildButtons(QLayout *layout) {
    auto *row = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), QStringLiteral("macroCancel"), ButtonKind::Plain, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    row->addStretch();
    const bool resolves = resolvesWithText(m_macro);
    const auto add = [&](const QString &text, const char *name, ButtonKind kind, bool send) {
        QPushButton *button = makeButton(text, QLatin1String(name), kind, this);
        connect(button, &QPushButton::clicked, this, [this, send] { finish(send); });
        row->addWidget(button);
        m_go += button;
    };
    const QString insert = m_macro.text.isEmpty() ? tr("Do it") : tr("Insert");
    add(insert, "macroInsert", resolves ? ButtonKind::Plain : ButtonKind::Primary, false);
    if (resolves)
        add(tr("Send and resolve"), "macroSend", ButtonKind::Primary, true);
    m_go.last()->setDefault(true);
    static_cast<QBoxLayout *>(layout)->addLayout(row);
}

QHash<QString, QString> MacroQuestion::answers() const {
    QHash<QString, QString> answers;
    for (const QLineEdit *field : m_fields)
        answers.insert(field->property("question").toString(), field->text().trimmed());
    return answers;
}

void MacroQuestion::update() {
    const MacroText text = filledIn(m_macro.text, {}, answers());
    m_preview->show(text.text);
    const bool isWhole = std::all_of(m_fields.begin(), m_fields.end(),
                                     [](const QLineEdit *field) { return !field->text().trimmed().isEmpty(); });
    for (QPushButton *button : m_go)
        button->setEnabled(isWhole);
}

void MacroQuestion::finish(bool send) {
    emit answered(answers(), send);
    accept();
}

} // namespace relaydesk
