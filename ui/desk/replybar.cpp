// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/replybar.h"
#include "ui/files/attachmentbar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/command.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include "ui/writing/agentcomposer.h"
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <utility>

namespace relaydesk {

namespace {

constexpr int mostSuggested = 104; //!< pixels of a suggestion that are seen at once

} // namespace

ReplyBar::ReplyBar(const Theme &theme, QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("replyBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    m_suggestion = buildSuggestion(theme);
    layout->addWidget(m_suggestion);
    m_composer = new AgentComposer(theme, this);
    layout->addWidget(m_composer);
    layout->addLayout(buildSending());
    connect(m_composer, &AgentComposer::typed, this, &ReplyBar::typed);
    connect(m_composer, &AgentComposer::kindChanged, this, &ReplyBar::showKind);
    showKind();
    setAllowed(false);
}

QLayout *ReplyBar::buildSending() {
    auto *row = new QHBoxLayout;
    m_teach = new QCheckBox(tr("Teach the assistant"), this);
    m_teach->setToolTip(tr("What you answer is learned when you resolve; see \u201cWhat will be learned\u201d"));
    m_teach->setAccessibleName(tr("Teach the assistant from this answer"));
    m_teach->setObjectName(QStringLiteral("teach"));
    m_teach->setChecked(true);
    row->addWidget(m_teach, 1);
    row->addStretch();
    m_send =
        makeButton(tr("Send"), QStringLiteral("agentSend"), ButtonKind::Plain, this, QStringLiteral("Ctrl+Return"));
    m_resolve = makeButton(tr("Send and resolve"), QStringLiteral("sendAndResolve"), ButtonKind::Primary, this,
                           QStringLiteral("Ctrl+Shift+Return"));
    for (QPushButton *button : {m_send, m_resolve}) {
        Command::of(*button)->setUndoable();
        row->addWidget(button);
    }
    connect(m_send, &QPushButton::clicked, this, &ReplyBar::send);
    connect(m_resolve, &QPushButton::clicked, this, [this] { emit resolveWanted(text()); });
    return row;
}

void ReplyBar::showKind() {
    const bool isNote = m_composer->kind() == AgentComposer::Kind::Note;
    m_teach->setVisible(!isNote);
    m_resolve->setVisible(!isNote);
    m_send->setText(isNote ? tr("Add note") : tr("Send"));
    m_send->setAccessibleName(m_send->text());
    setTip(*m_send, m_send->text());
}

void ReplyBar::send() {
    const bool isNothing = m_composer->text().isEmpty();
    if (isNothing && (m_composer->kind() == AgentComposer::Kind::Note || m_composer->attachments().files().isEmpty()))
        return;
    if (m_composer->kind() == AgentComposer::Kind::Note)
        emit noteWanted(note());
    else
        emit sendWanted(text());
}

Panel *ReplyBar::buildSuggestion(const Theme &theme) {
    auto *card = new Panel(theme, this);
    card->setObjectName(QStringLiteral("suggestion"));
    card->setBorder(&Tokens::assistant);
    card->body()->setContentsMargins(12, 8, 12, 8);
    card->body()->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(new Chip(theme, tr("Suggested reply"), Tone::Assistant, card));
    row->addStretch();
    m_use = makeButton(tr("Use"), QStringLiteral("useSuggestion"), ButtonKind::Quiet, card, QStringLiteral("Alt+U"));
    QPushButton *dismiss = makeButton(tr("Dismiss"), QStringLiteral("dismissSuggestion"), ButtonKind::Quiet, card,
                                      QStringLiteral("Alt+X"));
    row->addWidget(m_use);
    row->addWidget(dismiss);
    card->body()->addLayout(row);
    m_suggested = new MarkdownPreview(theme, card);
    m_suggested->setObjectName(QStringLiteral("suggestedText"));
    m_suggested->setAccessibleName(tr("Suggested reply"));
    m_suggested->fitTo(mostSuggested);
    card->body()->addWidget(m_suggested);
    m_origin = makeLabel({}, TextKind::Small, card);
    m_origin->setWordWrap(true);
    card->body()->addWidget(m_origin);
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_composer->setKind(AgentComposer::Kind::Reply);
        setText(m_suggested->markdown());
        emit typed();
        focusComposer();
    });
    connect(dismiss, &QPushButton::clicked, card, &QWidget::hide);
    return card;
}

QString ReplyBar::text() const { return m_composer->text(AgentComposer::Kind::Reply); }

void ReplyBar::setText(const QString &text) { m_composer->setText(AgentComposer::Kind::Reply, text); }

QString ReplyBar::note() const { return m_composer->text(AgentComposer::Kind::Note); }

void ReplyBar::setNote(const QString &text) { m_composer->setText(AgentComposer::Kind::Note, text); }

void ReplyBar::suggest(const QString &answer, const QString &origin) {
    const bool isKnown = answer == m_answer && origin == m_answerOrigin; // it may be dismissed already
    m_answer = answer;
    m_answerOrigin = origin;
    if (!isKnown && !m_isGrowing)
        showSuggestion();
}

void ReplyBar::showGrowing(const QString &written) {
    const bool wasGrowing = std::exchange(m_isGrowing, !written.isEmpty());
    m_use->setEnabled(!m_isGrowing);
    if (m_isGrowing) {
        m_suggested->show(written);
        m_origin->setText(tr("The language model is writing this; nothing of it is checked yet."));
        m_suggestion->show();
    } else if (wasGrowing) {
        showSuggestion();
    }
}

void ReplyBar::showSuggestion() {
    m_suggested->show(m_answer);
    m_origin->setText(m_answerOrigin);
    m_suggestion->setVisible(!m_answer.isEmpty());
}

bool ReplyBar::teaches() const { return m_teach->isChecked(); }

void ReplyBar::setAllowed(bool allowed) {
    for (QWidget *widget : std::initializer_list<QWidget *>{m_composer, m_teach, m_send, m_resolve})
        widget->setEnabled(allowed);
    if (!allowed)
        m_suggestion->hide();
}

void ReplyBar::focusComposer() { m_composer->takeFocus(); }

} // namespace relaydesk
