// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a place says while there is nothing in it: a drawing, a sentence on what to do, perhaps a button.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace relaydesk {

class EmptyState : public QWidget {
    Q_OBJECT

  public:
    EmptyState(const Theme &theme, const QString &icon, const QString &sentence, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    void setAction(const QString &text); //!< shows the button; an empty text takes it away
    QPushButton *button() const { return m_button; }

  signals:
    void actionTriggered();

  private:
    void redraw();

    const Theme &m_theme;
    QString m_name;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace relaydesk
