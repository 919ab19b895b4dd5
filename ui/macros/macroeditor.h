// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One saved reply: its name, its word after "/", its text with variables, its actions, and how it will read.
#pragma once
#include "models/desk/macros.h"
#include "models/desk/macrotext.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QScrollArea>

class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;

namespace relaydesk {

class MacroActionList;
class MarkdownPreview;

class MacroEditor : public QScrollArea {
    Q_OBJECT

  public:
    explicit MacroEditor(const Theme &theme, QWidget *parent = nullptr);
    void show(const Macro &macro);
    Macro typed() const; //!< what was shown, with what was changed since
    //! What its variables stand for in the preview, and whose they are: "Maya Chen"; empty: made-up ones.
    void setFacts(const MacroFacts &facts, const QString &whose);
    void setReadOnly(bool readOnly);
    void takeFocus();

  signals:
    void changed(); //!< by a person

  private:
    QLineEdit *line(const QString &name, const QString &label, const QString &placeholder);
    QWidget *buildText();
    QMenu *buildVariables();
    void preview();

    Macro m_macro;
    MacroFacts m_facts;
    bool m_isShowing = false;
    QLineEdit *m_name;
    QLineEdit *m_shortcut;
    QPlainTextEdit *m_text;
    MacroActionList *m_actions;
    QLabel *m_whose;
    MarkdownPreview *m_preview;
    QLabel *m_asks;
};

} // namespace relaydesk
