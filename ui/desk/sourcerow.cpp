// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/sourcerow.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace relaydesk {

SourceRow::SourceRow(const Theme &theme, int number, QWidget *parent) : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    m_title = makeLabel({}, TextKind::Plain, this);
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    m_score = new Chip(theme, {}, Tone::Neutral, this);
    head->addWidget(m_score, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_deeds = new QWidget(this);
    auto *deeds = new QHBoxLayout(m_deeds);
    deeds->setContentsMargins(0, 0, 0, 0);
    deeds->setSpacing(4);
    const QString behind = QString::number(number);
    m_use = makeButton(tr("Use"), QStringLiteral("useArticle") + behind, ButtonKind::Quiet, m_deeds);
    m_use->setToolTip(tr("Put this article's answer into your reply"));
    connect(m_use, &QPushButton::clicked, this, [this] { emit useWanted(m_article); });
    deeds->addWidget(m_use);
    m_right = addJudgement(QStringLiteral("sourceRight") + behind, true);
    m_wrong = addJudgement(QStringLiteral("sourceWrong") + behind, false);
    deeds->addWidget(m_right);
    deeds->addWidget(m_wrong);
    deeds->addStretch();
    layout->addWidget(m_deeds);
}

QPushButton *SourceRow::addJudgement(const QString &name, bool right) {
    QPushButton *button = makeButton({}, name, ButtonKind::Quiet, m_deeds);
    connect(button, &QPushButton::clicked, this, [this, right] { emit judged(m_article, right); });
    return button;
}

void SourceRow::show(const Source &source, bool isOpen, bool isLive, std::optional<bool> right) {
    m_article = source.article;
    m_title->setText(source.title);
    m_score->setText(QString::number(source.score, 'f', 2));
    m_use->setVisible(isLive);
    m_use->setAccessibleName(tr("Use the answer of %1").arg(source.title));
    showJudgement(*m_right, tr("Right"), tr("\u201c%1\u201d is right here").arg(source.title), right == true);
    showJudgement(*m_wrong, tr("Wrong"), tr("\u201c%1\u201d is wrong here").arg(source.title), right == false);
    m_deeds->setVisible(isOpen);
    QWidget::show();
}

void SourceRow::showJudgement(QPushButton &button, const QString &word, const QString &sentence, bool isSaid) {
    button.setText(isSaid ? QStringLiteral("\u2713 ") + word : word);
    button.setAccessibleName(isSaid ? tr("%1: said").arg(sentence) : sentence);
    button.setToolTip(sentence.toHtmlEscaped());
}

} // namespace relaydesk
