// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/contradictionlist.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr qsizetype mostShown = 3;

} // namespace

ContradictionList::ContradictionList(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("contradictions"));
    setAccessibleName(tr("Contradictions"));
    m_lines = new QVBoxLayout(this);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    hide();
}

void ContradictionList::addLine(const QString &who, const QString &answer) {
    if (!who.isEmpty())
        m_lines->addWidget(makeLabel(who, TextKind::Small, this));
    QLabel *text = makeLabel(answer, TextKind::Muted, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_lines->addWidget(text);
}

void ContradictionList::show(const QString &answer, const QVector<Contradiction> &contradictions) {
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!contradictions.isEmpty());
    if (contradictions.isEmpty())
        return;
    m_lines->addWidget(makeLabel(tr("The same question, another answer"), TextKind::Title, this));
    addLine(tr("This article"), answer);
    for (const Contradiction &one : contradictions.mid(0, mostShown)) {
        QLabel *question = makeLabel(tr("\u201c%1\u201d is also asked in \u201c%2\u201d:").arg(one.question, one.title),
                                     TextKind::Small, this);
        question->setWordWrap(true);
        m_lines->addWidget(question);
        addLine({}, one.answer);
    }
}

} // namespace relaydesk
