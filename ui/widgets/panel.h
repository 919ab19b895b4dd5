// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A card: rounded border, optional header row with a title, a line below it and actions at its end.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace relaydesk {

class Panel : public QFrame {
    Q_OBJECT

  public:
    explicit Panel(const Theme &theme, QWidget *parent = nullptr);

    //! Shows the header row. `subtitle` is one small muted line below the title, absent when empty.
    void setTitle(const QString &title, const QString &subtitle = {});
    void addLeading(QWidget *widget);            //!< before the title, an avatar for example; becomes a child
    void addAction(QWidget *widget);             //!< at the end of the header row; becomes a child
    QVBoxLayout *body() const { return m_body; } //!< no margins and no spacing until the page sets some
    //! The frame in another colour of the tokens, the suggested reply's teal for example; an invalid one is the usual.
    void setBorder(QColor Tokens::*colour);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void makeHeader();

    const Theme &m_theme;
    QColor Tokens::*m_border = &Tokens::line;
    QString m_name; //!< accessible name that came from the title
    QVBoxLayout *m_body;
    QWidget *m_header = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QHBoxLayout *m_leading = nullptr;
    QHBoxLayout *m_actions = nullptr;
};

} // namespace relaydesk
