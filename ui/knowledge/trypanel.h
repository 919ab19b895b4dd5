// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A question typed to see what would happen to it now, and why. Nothing is stored and no model is asked.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/remote.h"
#include "ui/theme/theme.h"
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace relaydesk {

class Chip;
class FigureLines;

class TryPanel : public QWidget {
    Q_OBJECT

  public:
    TryPanel(const Theme &theme, Remote<Desk> desk, QWidget *parent = nullptr);
    void setArticle(ArticleId id); //!< the one that is open: named "This article" where it answers
    void askAgain();               //!< what is known has changed

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    QWidget *buildOutcome();
    void ask();
    void show(const Verdict &verdict);
    void showSources(const Verdict &verdict);
    void showFactors(const Verdict &verdict);

    const Theme &m_theme;
    Remote<Desk> m_desk;
    ArticleId m_article;
    std::optional<Verdict> m_verdict;
    QTimer m_pause;
    int m_asked = 0; //!< answers to older questions are dropped
    QPlainTextEdit *m_question;
    QLabel *m_hint;
    QWidget *m_outcome;
    QLabel *m_head;
    Chip *m_chip;
    QLabel *m_reason;
    FigureLines *m_sources;
    QVBoxLayout *m_factors;
};

} // namespace relaydesk
