// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How the assistant writes: tone, house rules, languages, length, and the topics that a person answers.
#pragma once
#include "models/desk/houserules.h"
#include "ui/widgets/panel.h"

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace relaydesk {

class AssistantCard : public Panel {
    Q_OBJECT

  public:
    explicit AssistantCard(Theme &theme, QWidget *parent = nullptr);

    //! What is in force. A field that is being written in is left alone.
    void showRules(const AssistantRules &rules);
    //! Whether a model helps with each ticket that opens.
    void showHelp(bool isWanted);
    //! Answers of the assistant in one conversation, then a person takes over.
    void showTurns(int most);
    //! What the model reads at once.
    void showContext(int tokens);

  signals:
    //! A key and value for Desk::setSetting, as readAssistantRules() reads them.
    void settingChosen(const QString &key, const QString &value);

  private:
    QPlainTextEdit *addLines(const QString &name, const QString &label, const QString &key, const QString &remark);
    QSpinBox *addNumber(const QString &name, const QString &label, const QString &key);
    void send(const QString &key, const QString &value);
    bool eventFilter(QObject *watched, QEvent *event) override;

    QHash<QString, QString> m_shown; //!< by key
    QLineEdit *m_tone = nullptr;
    QLineEdit *m_languages = nullptr;
    QPlainTextEdit *m_rules = nullptr;
    QPlainTextEdit *m_topics = nullptr;
    QSpinBox *m_tokens = nullptr;
    QDoubleSpinBox *m_temperature = nullptr;
    QSpinBox *m_context = nullptr;
    QSpinBox *m_turns = nullptr;
    QCheckBox *m_help = nullptr;
    QFormLayout *m_form = nullptr;
};

} // namespace relaydesk
