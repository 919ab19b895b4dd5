// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/inspector.h"
#include "models/desk/whatif.h"
#include "models/desk/wording.h"
#include "ui/desk/customercard.h"
#include "ui/desk/lessoncard.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

void clear(QVBoxLayout *layout) {
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

Inspector::Inspector(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Why the assistant asked, closest articles, what is learned, customer"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base); // the panel's own colour
    viewport()->setBackgroundRole(QPalette::Base);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Why it asked for you"), TextKind::Title, content), 1);
    m_score = makeLabel({}, TextKind::Title, content);
    m_score->setObjectName(QStringLiteral("score"));
    m_score->setToolTip(tr("Confidence of the assistant, from 0 to 1"));
    head->addWidget(m_score);
    m_layout->addLayout(head);
    m_reason = makeLabel({}, TextKind::Muted, content);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setWordWrap(true);
    m_layout->addWidget(m_reason);
    m_whatIf = makeLabel({}, TextKind::Small, content);
    m_whatIf->setObjectName(QStringLiteral("whatIf"));
    m_whatIf->setWordWrap(true);
    m_layout->addWidget(m_whatIf);
    m_factors = new QVBoxLayout;
    m_factors->setSpacing(8);
    m_layout->addLayout(m_factors);
    m_closest = section(tr("Closest articles"));
    QVBoxLayout *learning = section(tr("What will be learned"));
    m_lesson = new LessonCard(theme, content);
    learning->addWidget(m_lesson);
    QVBoxLayout *customer = section(tr("Customer"));
    m_customer = new CustomerCard(theme, content);
    customer->addWidget(m_customer);
    connect(m_customer, &CustomerCard::ticketWanted, this, &Inspector::ticketWanted);
    m_layout->addStretch();
    setWidget(content);
}

QVBoxLayout *Inspector::section(const QString &title) {
    m_layout->addSpacing(12);
    m_layout->addWidget(makeLabel(title, TextKind::Title, this));
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    m_layout->addLayout(layout);
    return layout;
}

void Inspector::show(const TicketDetails &details) {
    const bool judged = details.ticket.verdict.isValid();
    m_score->setText(judged ? QString::number(details.ticket.confidence, 'f', 2) : QString());
    m_reason->setText(details.ticket.reason.sentence);
    const QString whatIf = judged ? whatIfSentence(details.verdict) : QString();
    m_whatIf->setText(whatIf);
    m_whatIf->setVisible(!whatIf.isEmpty());
    m_reason->setToolTip(judged ? wording::barSentence(details.verdict.bar, details.verdict.ground) : QString());
    showFactors(details.verdict.confidence);
    showClosest(details);
    m_customer->show(details);
}

void Inspector::showFactors(const Confidence &confidence) {
    clear(m_factors);
    for (const Factor &factor : confidence.factors)
        m_factors->addWidget(new FactorBar(m_theme, factor, widget()));
}

void Inspector::showClosest(const TicketDetails &details) {
    const QVector<Source> &sources = details.verdict.sources;
    clear(m_closest);
    if (sources.isEmpty()) {
        QLabel *nothing = makeLabel(tr("The knowledge holds nothing close to this."), TextKind::Muted, widget());
        nothing->setWordWrap(true);
        m_closest->addWidget(nothing);
    }
    for (const Source &source : sources.mid(0, 3)) {
        auto *row = new QWidget(widget());
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        QLabel *title = makeLabel(source.title, TextKind::Plain, row);
        title->setWordWrap(true);
        layout->addWidget(title, 1);
        layout->addWidget(new Chip(m_theme, QString::number(source.score, 'f', 2), Tone::Neutral, row), 0,
                          Qt::AlignTop);
        for (const Article &article : details.closest) {
            if (article.id != source.article || !details.ticket.isOpen())
                continue;
            QPushButton *use = makeButton(tr("Use"), QStringLiteral("useArticle%1").arg(m_closest->count() + 1),
                                          ButtonKind::Quiet, row);
            use->setToolTip(tr("Put this article's answer into your reply"));
            use->setAccessibleName(tr("Use the answer of %1").arg(article.title));
            connect(use, &QPushButton::clicked, this, [this, answer = article.answer] { emit answerWanted(answer); });
            layout->addWidget(use, 0, Qt::AlignTop);
        }
        m_closest->addWidget(row);
    }
}

} // namespace relaydesk
