// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the agent writes: the assistant's draft if there is one, the composer, and what to do with the answer.
#pragma once
#include "ui/widgets/panel.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace relaydesk {

class AgentComposer;
class MarkdownPreview;

class ReplyBar : public QWidget {
    Q_OBJECT

  public:
    explicit ReplyBar(const Theme &theme, QWidget *parent = nullptr);

    QString text() const; //!< of the reply, also while a note is written
    void setText(const QString &text);
    QString note() const;
    void setNote(const QString &text);
    AgentComposer &composer() { return *m_composer; }
    //! The answer the assistant was not sure enough of, and where it comes from; an empty one hides the card.
    void suggest(const QString &answer, const QString &origin);
    //! All that a model has written of a reply so far, to be looked at but not used yet; empty: that is over, and the
    //! card shows again what was suggested last.
    void showGrowing(const QString &written);
    bool teaches() const;
    void setAllowed(bool allowed); //!< the ticket is open and may be answered
    void focusComposer();

  signals:
    void sendWanted(const QString &text);
    void resolveWanted(const QString &text); //!< may be empty: resolve without a last reply
    void noteWanted(const QString &text);
    void typed();

  private:
    Panel *buildSuggestion(const Theme &theme);
    void showSuggestion();
    QLayout *buildSending();
    void showKind();
    void send();

    Panel *m_suggestion;
    MarkdownPreview *m_suggested;
    QLabel *m_origin;
    QPushButton *m_use;
    QString m_answer; //!< suggested last
    QString m_answerOrigin;
    bool m_isGrowing = false;
    AgentComposer *m_composer;
    QCheckBox *m_teach;
    QPushButton *m_send;
    QPushButton *m_resolve;
};

} // namespace relaydesk
