// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/choicebar.h"
#include "models/desk/wording.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

ChoiceBar::ChoiceBar(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("choiceBar"));
    setAccessibleName(tr("Did you mean one of these?"));
    m_buttons = new QVBoxLayout(this);
    m_buttons->setContentsMargins(12, 8, 12, 4);
    m_buttons->setSpacing(4);
    hide();
}

void ChoiceBar::add(const QString &text, const QString &name, ArticleId article) {
    QPushButton *button = makeButton({}, name, article.isValid() ? ButtonKind::Plain : ButtonKind::Quiet, this);
    button->setText(button->fontMetrics().elidedText(text, Qt::ElideRight, 320).replace(u'&', QStringLiteral("&&")));
    button->setAccessibleName(text);
    button->setToolTip(text);
    connect(button, &QPushButton::clicked, this, [this, article] { emit chosen(article); });
    m_buttons->addWidget(button);
}

void ChoiceBar::show(const QVector<Choice> &choices) {
    setVisible(!choices.isEmpty());
    if (choices == m_choices)
        return; // a button that is being pressed stays
    m_choices = choices;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < choices.size(); ++i)
        add(choices[i].title.simplified(), QStringLiteral("choice%1").arg(i + 1), choices[i].article);
    if (!choices.isEmpty())
        add(wording::noneOfThese(), QStringLiteral("choiceNone"), {});
}

} // namespace relaydesk
