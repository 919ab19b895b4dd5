// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/inspector.h"
#include "models/desk/whatif.h"
#include "models/desk/wording.h"
#include "ui/desk/customercard.h"
#include "ui/desk/lessoncard.h"
#include "ui/desk/sourcerow.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostSources = 3;

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
    buildClosest();
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

//! Widgets are made once: making them takes longer than everything else when another ticket is opened.
void Inspector::showFactors(const Confidence &confidence) {
    while (m_bars.size() < confidence.factors.size()) {
        m_bars.append(new FactorBar(m_theme, widget()));
        m_factors->addWidget(m_bars.last());
    }
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        if (i < confidence.factors.size())
            m_bars[i]->setFactor(confidence.factors[i]);
        m_bars[i]->setVisible(i < confidence.factors.size());
    }
}

void Inspector::buildClosest() {
    m_closest = section(tr("Closest articles"));
    m_nothing = makeLabel(tr("The knowledge holds nothing close to this."), TextKind::Muted, this);
    m_nothing->setWordWrap(true);
    m_closest->addWidget(m_nothing);
    for (int number = 1; number <= mostSources; ++number) {
        auto *row = new SourceRow(m_theme, number, this);
        m_sources.append(row);
        m_closest->addWidget(row);
        connect(row, &SourceRow::judged, this, &Inspector::sourceJudged);
        connect(row, &SourceRow::useWanted, this, [this](ArticleId id) {
            for (const Article &article : std::as_const(m_live)) {
                if (article.id == id)
                    emit answerWanted(article.answer);
            }
        });
    }
}

void Inspector::showClosest(const TicketDetails &details) {
    const QVector<Source> &sources = details.verdict.sources;
    m_live = details.closest;
    m_nothing->setVisible(sources.isEmpty());
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        if (i >= sources.size()) {
            m_sources[i]->hide();
            continue;
        }
        const ArticleId id = sources[i].article;
        const bool isLive =
            std::any_of(m_live.begin(), m_live.end(), [id](const Article &article) { return article.id == id; });
        const auto said = details.rightSources.constFind(id);
        m_sources[i]->show(sources[i], details.ticket.isOpen(), isLive,
                           said == details.rightSources.constEnd() ? std::nullopt : std::optional(*said));
    }
}

} // namespace relaydesk
