// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Before a macro is run: asks for what is missing, shows the text as the customer will read it, and what else happens.
#pragma once
#include "models/desk/macrobook.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace relaydesk {

class MarkdownPreview;

//! Deletes itself when it is closed; show it with open().
class MacroQuestion : public QDialog {
    Q_OBJECT

  public:
    //! Of one macro, as MacroBook::filled() answers it.
    MacroQuestion(const Theme &theme, const FilledMacros &filled, QWidget *parent);

  signals:
    //! `send`: the text goes out at once, and the ticket is resolved with it.
    void answered(const QHash<QString, QString> &answers, bool send);

  private:
    void buildFields(QFormLayout *form, const QStringList &missing);
    void buildButtons(QLayout *layout);
    QHash<QString, QString> answers() const;
    void update();
    void finish(bool send);

    Macro m_macro;
    QVector<QLineEdit *> m_fields;
    MarkdownPreview *m_preview;
    QVector<QPushButton *> m_go;
};

//! Whether it has a text and resolves: then a person has to say when it is sent.
bool resolvesWithText(const Macro &macro);

} // namespace relaydesk
