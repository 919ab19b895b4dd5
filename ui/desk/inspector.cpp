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
#include <QtWidgets/QApplication>
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
    const Closest closest{details.verdict.sources, details.closest, details.rightSources, details.ticket.isOpen()};
    if (closest == m_shown) // a button that has the focus keeps it
        return;
    const QWidget *focus = QApplication::focusWidget();
    const QString focused = focus && isAncestorOf(focus) ? focus->objectName() : QString();
    m_shown = closest;
    clear(m_closest);
    if (sources.isEmpty()) {
        QLabel *nothing = makeLabel(tr("The knowledge holds nothing close to this."), TextKind::Muted, widget());
        nothing->setWordWrap(true);
        m_closest->addWidget(nothing);
    }
    for (const Source &source : sources.mid(0, 3)) {
        auto *row = new QWidget(widget());
        auto *layout = new QVBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto *head = new QHBoxLayout;
        QLabel *title = makeLabel(source.title, TextKind::Plain, row);
        title->setWordWrap(true);
        head->addWidget(title, 1);
        head->addWidget(new Chip(m_theme, QString::number(source.score, 'f', 2), Tone::Neutral, row), 0, Qt::AlignTop);
        layout->addLayout(head);
        if (details.ticket.isOpen())
            layout->addLayout(sourceDeeds(details, source, m_closest->count() + 1, row));
        m_closest->addWidget(row);
    }
    if (auto *again = focused.isEmpty() ? nullptr : widget()->findChild<QWidget *>(focused))
        again->setFocus();
}

//! Use it, and say whether it was right or wrong for this question.
QLayout *Inspector::sourceDeeds(const TicketDetails &details, const Source &source, int number, QWidget *row) {
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(4);
    for (const Article &article : details.closest) {
        if (article.id != source.article)
            continue;
        QPushButton *use = makeButton(tr("Use"), QStringLiteral("useArticle%1").arg(number), ButtonKind::Quiet, row);
        use->setToolTip(tr("Put this article's answer into your reply"));
        use->setAccessibleName(tr("Use the answer of %1").arg(article.title));
        connect(use, &QPushButton::clicked, this, [this, answer = article.answer] { emit answerWanted(answer); });
        deeds->addWidget(use);
    }
    const auto said = details.rightSources.constFind(source.article);
    const auto add = [&](bool right, const QString &word, const QString &name, const QString &sentence) {
        const bool isSaid = said != details.rightSources.constEnd() && *said == right;
        QPushButton *button = makeButton(isSaid ? QStringLiteral("\u2713 ") + word : word,
                                         name + QString::number(number), ButtonKind::Quiet, row);
        button->setAccessibleName(isSaid ? tr("%1: said").arg(sentence) : sentence);
        button->setToolTip(sentence.toHtmlEscaped());
        connect(button, &QPushButton::clicked, this,
                [this, article = source.article, right] { emit sourceJudged(article, right); });
        deeds->addWidget(button);
    };
    add(true, tr("Right"), QStringLiteral("sourceRight"), tr("\u201c%1\u201d is right here").arg(source.title));
    add(false, tr("Wrong"), QStringLiteral("sourceWrong"), tr("\u201c%1\u201d is wrong here").arg(source.title));
    deeds->addStretch();
    return deeds;
}

} // namespace relaydesk
