// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/trypanel.h"
#include "models/desk/whatif.h"
#include "models/desk/wording.h"
#include "ui/knowledge/figurelines.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int pauseMs = 350;

QString twoDigits(double value) { return QString::number(value, 'f', 2); }

} // namespace

TryPanel::TryPanel(const Theme &theme, Remote<Desk> desk, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk) {
    auto *edit = new ComposerEdit(this);
    m_question = edit;
    m_question->setObjectName(QStringLiteral("tryQuestion"));
    m_question->setAccessibleName(tr("Try a question"));
    m_question->setPlaceholderText(tr("Type what a customer might write"));
    m_question->setTabChangesFocus(true);
    edit->setMinimumLines(2);
    m_hint = makeLabel(tr("Shows what the assistant would do with it now, and why. Nothing is sent or stored."),
                       TextKind::Small, this);
    m_hint->setWordWrap(true);
    m_outcome = buildOutcome();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(tr("Try a question"), TextKind::Title, this));
    layout->addWidget(m_question);
    layout->addWidget(m_hint);
    layout->addWidget(m_outcome);
    m_outcome->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TryPanel::ask);
    connect(m_question, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(edit, &ComposerEdit::submitted, this, &TryPanel::ask);
}

QWidget *TryPanel::buildOutcome() {
    auto *all = new QWidget(this);
    all->setObjectName(QStringLiteral("tryOutcome"));
    auto *card = new Panel(m_theme, all);
    m_head = makeLabel({}, TextKind::Title, card);
    m_head->setObjectName(QStringLiteral("tryArticle"));
    m_head->setWordWrap(true);
    m_chip = new Chip(m_theme, {}, Tone::Neutral, card);
    m_chip->setObjectName(QStringLiteral("tryDecision"));
    m_reason = makeLabel({}, TextKind::Muted, card);
    m_reason->setObjectName(QStringLiteral("tryReason"));
    m_reason->setWordWrap(true);
    m_sources = new FigureLines(m_theme, card);
    m_sources->setObjectName(QStringLiteral("trySources"));
    m_sources->setAccessibleName(tr("Closest articles"));
    card->body()->setContentsMargins(12, 8, 12, 8);
    card->body()->setSpacing(6);
    card->body()->addWidget(m_chip, 0, Qt::AlignLeft);
    card->body()->addWidget(m_head);
    card->body()->addWidget(m_reason);
    card->body()->addWidget(m_sources);
    m_factors = new QVBoxLayout;
    m_factors->setSpacing(8);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(card);
    layout->addLayout(m_factors);
    return all;
}

void TryPanel::setArticle(ArticleId id) {
    m_article = id;
    if (m_verdict)
        show(*m_verdict);
}

void TryPanel::askAgain() {
    if (!m_question->toPlainText().trimmed().isEmpty())
        m_pause.start();
}

void TryPanel::ask() {
    m_pause.stop();
    const QString question = m_question->toPlainText().trimmed();
    const int number = ++m_asked;
    if (question.isEmpty()) {
        m_verdict.reset();
        m_outcome->hide();
        m_hint->show();
        return;
    }
    m_desk.ask([question](Desk &desk) { return desk.tryQuestion(question); })
        .then(this, [this, number](const Result<Verdict> &verdict) {
            if (number != m_asked)
                return;
            if (verdict)
                show(*verdict);
            else
                emit failed(verdict.error());
        });
}

void TryPanel::show(const Verdict &verdict) {
    m_verdict = verdict;
    const QString score = twoDigits(verdict.confidence.score);
    if (verdict.isHandoff()) {
        m_chip->setText(tr("%1 \u00b7 would hand over").arg(score));
        m_chip->setTone(Tone::Warning);
        m_head->setText(tr("A person would answer"));
        m_reason->setText(verdict.handoff->sentence);
    } else if (verdict.asksBack()) {
        m_chip->setText(tr("%1 \u00b7 would ask back").arg(score));
        m_chip->setTone(Tone::Warning);
        m_head->setText(tr("The customer would choose"));
        m_reason->setText(wording::didYouMean(verdict.choices));
    } else {
        const bool isThis = verdict.article.isValid() && verdict.article == m_article;
        m_chip->setText(tr("%1 \u00b7 would answer").arg(score));
        m_chip->setTone(Tone::Good);
        m_head->setText(isThis                      ? tr("This article")
                        : verdict.sources.isEmpty() ? tr("The assistant")
                                                    : verdict.sources.first().title);
        m_reason->setText(tr("The bar is %1.").arg(twoDigits(verdict.bar)));
    }
    if (const QString whatIf = whatIfSentence(verdict); !whatIf.isEmpty())
        m_reason->setText(m_reason->text() + u'\n' + whatIf);
    m_reason->setToolTip(wording::barSentence(verdict.bar, verdict.ground));
    m_chip->setAccessibleName(m_chip->text());
    m_chip->updateGeometry();
    showSources(verdict);
    showFactors(verdict);
    m_hint->hide();
    m_outcome->show();
}

void TryPanel::showSources(const Verdict &verdict) {
    QVector<FigureLine> lines;
    for (const Source &source : verdict.sources)
        lines.append({source.article == m_article ? tr("This article") : source.title, twoDigits(source.score),
                      source.article == m_article});
    m_sources->show(lines);
}

void TryPanel::showFactors(const Verdict &verdict) {
    while (QLayoutItem *item = m_factors->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Factor &factor : verdict.confidence.factors)
        m_factors->addWidget(new FactorBar(m_theme, factor, m_outcome));
}

} // namespace relaydesk
