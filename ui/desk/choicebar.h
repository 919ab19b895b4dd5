// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! "Did you mean …?" as buttons under the customer's conversation: each choice, and none of these.
#pragma once
#include "models/domain/conversation.h"
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace relaydesk {

class ChoiceBar : public QWidget {
    Q_OBJECT

  public:
    explicit ChoiceBar(QWidget *parent = nullptr);

    //! Hidden where there is nothing to choose.
    void show(const QVector<Choice> &choices);

  signals:
    void chosen(relaydesk::ArticleId article); //!< invalid: none of these

  private:
    void add(const QString &text, const QString &name, ArticleId article);

    QVBoxLayout *m_buttons;
    QVector<Choice> m_choices;
};

} // namespace relaydesk
