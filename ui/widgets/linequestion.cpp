// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/linequestion.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

LineQuestion::LineQuestion(const QString &title, const QString &label, const Check &check, QWidget *parent)
    : QDialog(parent)
    , m_check(check) {
    setObjectName(QStringLiteral("lineQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(420);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    QLabel *words = makeLabel(label, TextKind::Plain, this);
    words->setWordWrap(true);
    layout->addWidget(words);
    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("lineAnswer"));
    m_line->setAccessibleName(label);
    layout->addWidget(m_line);
    m_parts = new QHBoxLayout;
    layout->addLayout(m_parts);
    m_says = makeLabel({}, TextKind::Muted, this);
    m_says->setObjectName(QStringLiteral("lineSays"));
    m_says->setWordWrap(true);
    m_says->setMinimumHeight(2 * m_says->fontMetrics().lineSpacing());
    layout->addWidget(m_says);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("lineOk"));
    m_buttons->button(QDialogButtonBox::Ok)->setAccessibleName(title);
    m_buttons->button(QDialogButtonBox::Ok)->setText(title);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("lineCancel"));
    m_buttons->button(QDialogButtonBox::Cancel)->setAccessibleName(tr("Cancel"));
    m_buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    setKind(*m_buttons->button(QDialogButtonBox::Ok), ButtonKind::Primary);
    layout->addWidget(m_buttons);
    connect(m_line, &QLineEdit::textChanged, this, &LineQuestion::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &LineQuestion::answer);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    LineQuestion::check();
}

void LineQuestion::setText(const QString &text) {
    m_line->setText(text);
    m_line->selectAll();
}

void LineQuestion::setPlaceholder(const QString &text) { m_line->setPlaceholderText(text); }

void LineQuestion::setParts(const QStringList &parts) {
    for (const QString &part : parts) {
        QPushButton *button =
            makeButton(part, QStringLiteral("linePart%1").arg(m_parts->count() + 1), ButtonKind::Quiet, this);
        button->setAutoDefault(false);
        m_parts->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, part] {
            const QString before = m_line->text().trimmed();
            m_line->setText(before.isEmpty() ? part : before + QStringLiteral(", ") + part);
            m_line->setFocus();
        });
    }
    m_parts->addStretch();
}

void LineQuestion::check() {
    const QString text = m_line->text().trimmed();
    const Result<QString> says = m_check(text);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(says.has_value());
    m_says->setText(says ? *says : text.isEmpty() ? QString() : says.error().sentence);
}

void LineQuestion::answer() {
    const QString text = m_line->text().trimmed();
    if (!m_check(text))
        return;
    emit answered(text);
    accept();
}

} // namespace relaydesk
