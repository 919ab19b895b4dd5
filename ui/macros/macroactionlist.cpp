// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/macroactionlist.h"
#include "ui/macros/macrowords.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

MacroActionList::MacroActionList(QWidget *parent) : QWidget(parent) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    QPushButton *more = makeButton(tr("Add an action"), QStringLiteral("addAction"), ButtonKind::Quiet, this);
    more->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(more);
    row->addStretch();
    m_layout->addLayout(row);
    m_add = more;
    connect(more, &QPushButton::clicked, this, [this] {
        add({});
        m_rows.last().deed->setFocus();
        emit changed();
    });
}

void MacroActionList::show(const QVector<MacroAction> &actions) {
    for (const Row &row : std::as_const(m_rows))
        delete row.whole;
    m_rows.clear();
    for (const MacroAction &action : actions)
        add(action);
}

QVector<MacroAction> MacroActionList::actions() const {
    QVector<MacroAction> actions;
    for (const Row &row : m_rows)
        actions.append({MacroDeed(row.deed->currentData().toInt()), row.value->text().trimmed()});
    return actions;
}

void MacroActionList::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    setEnabled(!readOnly);
}

void MacroActionList::add(const MacroAction &action) {
    auto *whole = new QWidget(this);
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *deed = new QComboBox(whole);
    for (const auto &name : Names<MacroDeed>::all)
        deed->addItem(deedWords(name.value), int(name.value));
    deed->setCurrentIndex(deed->findData(int(action.deed)));
    auto *value = new QLineEdit(action.value, whole);
    value->setPlaceholderText(valueHint(action.deed));
    QPushButton *away = makeButton(tr("Remove"), QStringLiteral("removeAction"), ButtonKind::Quiet, whole);
    away->setAutoDefault(false);
    layout->addWidget(deed);
    layout->addWidget(value, 1);
    layout->addWidget(away);
    m_layout->insertWidget(int(m_rows.size()), whole);
    m_rows.append({whole, deed, value});
    nameRows();
    connect(deed, &QComboBox::activated, this, [this, deed, value] {
        value->setPlaceholderText(valueHint(MacroDeed(deed->currentData().toInt())));
        emit changed();
    });
    connect(value, &QLineEdit::textEdited, this, &MacroActionList::changed);
    connect(away, &QPushButton::clicked, this, [this, whole] { remove(whole); });
}

void MacroActionList::remove(const QWidget *whole) {
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].whole != whole)
            continue;
        m_rows.takeAt(i).whole->deleteLater();
        break;
    }
    nameRows();
    m_add->setFocus();
    emit changed();
}

//! Counted from one, as they stand.
void MacroActionList::nameRows() {
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QString number = QString::number(i + 1);
        const auto name = [&](QWidget *widget, const QString &objectName, const QString &words) {
            widget->setObjectName(objectName + number);
            widget->setAccessibleName(words.arg(number));
        };
        name(m_rows[i].deed, QStringLiteral("actionDeed"), tr("Action %1"));
        name(m_rows[i].value, QStringLiteral("actionValue"), tr("Action %1: with what"));
        name(m_rows[i].whole->findChild<QPushButton *>(), QStringLiteral("removeAction"), tr("Remove action %1"));
    }
}

} // namespace relaydesk
