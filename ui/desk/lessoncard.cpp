// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/lessoncard.h"
#include "ui/widgets/command.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

LessonCard::LessonCard(const Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("lessonCard"));
    body()->setContentsMargins(12, 8, 12, 8);
    body()->setSpacing(8);
    m_headline = makeLabel({}, TextKind::Title, this);
    m_headline->setWordWrap(true);
    body()->addWidget(m_headline);
    m_question = new QLineEdit(this);
    m_question->setObjectName(QStringLiteral("lessonQuestion"));
    m_question->setAccessibleName(tr("Question it is learned under"));
    body()->addWidget(m_question);
    m_now = makeLabel({}, TextKind::Small, this);
    m_now->setObjectName(QStringLiteral("lessonAnswerNow"));
    m_now->setWordWrap(true);
    m_now->setTextFormat(Qt::PlainText);
    body()->addWidget(m_now);
    m_answer = new QPlainTextEdit(this);
    m_answer->setObjectName(QStringLiteral("lessonAnswer"));
    m_answer->setAccessibleName(tr("Answer that is learned"));
    m_answer->setTabChangesFocus(true);
    m_answer->setFixedHeight(96);
    body()->addWidget(m_answer);
    m_remark = makeLabel({}, TextKind::Small, this);
    m_remark->setWordWrap(true);
    body()->addWidget(m_remark);
    auto *row = new QHBoxLayout;
    m_publish =
        makeButton(tr("Learn it"), QStringLiteral("lessonPublish"), ButtonKind::Plain, this, QStringLiteral("Alt+L"));
    m_decline = makeButton(tr("Don't learn"), QStringLiteral("lessonDecline"), ButtonKind::Quiet, this,
                           QStringLiteral("Alt+Shift+L"));
    m_undo =
        makeButton(tr("Undo"), QStringLiteral("lessonUndo"), ButtonKind::Plain, this, QStringLiteral("Alt+Shift+Z"));
    setTip(*m_undo, tr("Take what was learned out of the knowledge again"));
    Command::of(*m_undo)->setTitle(tr("Undo what was learned"));
    Command::of(*m_publish)->setUndoable();
    for (QPushButton *button : {m_publish, m_decline, m_undo})
        row->addWidget(button);
    row->addStretch();
    body()->addLayout(row);
    connect(m_question, &QLineEdit::textEdited, this, [this] { m_changed = true; });
    connect(m_answer, &QPlainTextEdit::textChanged, this, [this] { m_changed = m_changed || m_answer->hasFocus(); });
    connect(m_publish, &QPushButton::clicked, this, [this] { emit publishWanted(current()); });
    connect(m_decline, &QPushButton::clicked, this, [this] { emit declineWanted(*m_proposal); });
    connect(m_undo, &QPushButton::clicked, this, [this] { emit undoWanted(m_proposal->id); });
    reset();
}

void LessonCard::reset() {
    m_changed = false;
    show(std::nullopt);
}

QString LessonCard::headline() const {
    if (!m_proposal)
        return tr("Write an answer, and what would be learned from it stands here.");
    const bool past = m_proposal->status != ProposalStatus::Pending;
    const QString title = m_proposal->title;
    QString what = tr("New article \u201c%1\u201d").arg(title);
    if (m_proposal->kind == LessonKind::FurtherPhrasing)
        what = tr("Further phrasing of \u201c%1\u201d").arg(title);
    else if (m_proposal->kind == LessonKind::BetterAnswer)
        what = tr("Better answer to \u201c%1\u201d").arg(title);
    if (!past)
        return what;
    const QString state = m_proposal->status == ProposalStatus::Published  ? tr("Learned")
                          : m_proposal->status == ProposalStatus::Declined ? tr("Not learned")
                                                                           : tr("Undone");
    return tr("%1: %2").arg(state, what);
}

QString LessonCard::takenOut() const {
    QStringList parts;
    for (const Removal &removal : m_proposal->removals)
        parts +=
            QStringLiteral("\u201c%1\u201d").arg(m_proposal->original.mid(removal.start, removal.length).simplified());
    return parts.isEmpty() ? QString() : tr("Taken out: %1").arg(parts.join(QStringLiteral(", ")));
}

void LessonCard::show(const std::optional<Proposal> &proposal, const QString &answerNow) {
    const bool keepEdits = m_changed && proposal && !proposal->id.isValid();
    m_proposal = proposal;
    const bool pending = proposal && proposal->status == ProposalStatus::Pending;
    m_headline->setText(headline());
    const bool replaces = pending && proposal->kind == LessonKind::BetterAnswer && !answerNow.isEmpty();
    m_now->setText(tr("Answered until now: %1").arg(answerNow));
    m_now->setVisible(replaces);
    m_question->setVisible(proposal.has_value());
    m_answer->setVisible(proposal.has_value());
    m_question->setReadOnly(!pending);
    m_answer->setReadOnly(!pending);
    if (proposal && !keepEdits) {
        m_changed = false;
        m_question->setText(proposal->question);
        m_question->setCursorPosition(0);
        m_answer->setPlainText(proposal->answer);
    }
    QStringList remarks;
    if (proposal && !proposal->objection.isEmpty())
        remarks += proposal->objection;
    if (proposal && !takenOut().isEmpty())
        remarks += takenOut();
    m_remark->setText(remarks.join(u'\n'));
    m_remark->setVisible(!remarks.isEmpty());
    const bool stored = proposal && proposal->id.isValid();
    m_publish->setVisible(stored && pending);
    m_decline->setVisible(stored && pending);
    m_undo->setVisible(stored && proposal->status == ProposalStatus::Published);
}

Proposal LessonCard::current() const {
    Proposal proposal = *m_proposal;
    proposal.question = m_question->text().trimmed();
    proposal.answer = m_answer->toPlainText().trimmed();
    return proposal;
}

std::optional<Proposal> LessonCard::edited() const {
    if (!m_proposal || !m_changed)
        return std::nullopt;
    return current();
}

} // namespace relaydesk
