// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What will be learned, or was: question and answer to read and change, and what was taken out of the agent's words.
#pragma once
#include "models/domain/proposal.h"
#include "ui/widgets/panel.h"
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace relaydesk {

class LessonCard : public Panel {
    Q_OBJECT

  public:
    explicit LessonCard(const Theme &theme, QWidget *parent = nullptr);

    //! Shows the proposal, or that there is nothing to learn. What a person changed by hand stays until reset().
    //! `answerNow`: what its article answers until then, to be compared with a better answer.
    void show(const std::optional<Proposal> &proposal, const QString &answerNow = {});
    void reset();
    //! The proposal as the person changed it; nothing when it is as the desk proposed it.
    std::optional<Proposal> edited() const;

  signals:
    void publishWanted(const relaydesk::Proposal &proposal);
    void declineWanted(const relaydesk::Proposal &proposal);
    void undoWanted(relaydesk::ProposalId id);

  private:
    QString headline() const;
    QString takenOut() const;
    Proposal current() const;

    std::optional<Proposal> m_proposal;
    bool m_changed = false;
    QLabel *m_headline;
    QLineEdit *m_question;
    QPlainTextEdit *m_answer;
    QLabel *m_now;
    QLabel *m_remark;
    QPushButton *m_publish;
    QPushButton *m_decline;
    QPushButton *m_undo;
};

} // namespace relaydesk
