// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One of the articles that the assistant looked at: how close it is, its answer to use, and whether it was right.
#pragma once
#include "models/domain/verdict.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace relaydesk {

class Chip;

class SourceRow : public QWidget {
    Q_OBJECT

  public:
    //! `number` from 1 on stands behind the names of its buttons.
    SourceRow(const Theme &theme, int number, QWidget *parent);

    //! `isOpen`: something can be done with it. `isLive`: it has an answer to use. `right`: what an agent said of it.
    void show(const Source &source, bool isOpen, bool isLive, std::optional<bool> right);

  signals:
    void useWanted(relaydesk::ArticleId article);
    void judged(relaydesk::ArticleId article, bool right);

  private:
    QPushButton *addJudgement(const QString &name, bool right);
    void showJudgement(QPushButton &button, const QString &word, const QString &sentence, bool isSaid);

    ArticleId m_article;
    QLabel *m_title;
    Chip *m_score;
    QWidget *m_deeds;
    QPushButton *m_use;
    QPushButton *m_right;
    QPushButton *m_wrong;
};

} // namespace relaydesk
