// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where another article answers a question of this one otherwise: both answers, one under the other, to be settled by
//! a person. Hidden while there is none.
#pragma once
#include "models/desk/duplicates.h"
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace relaydesk {

class ContradictionList : public QWidget {
    Q_OBJECT

  public:
    explicit ContradictionList(QWidget *parent = nullptr);

    //! `answer`: of the article that is open.
    void show(const QString &answer, const QVector<Contradiction> &contradictions);

  private:
    void addLine(const QString &who, const QString &answer);

    QVBoxLayout *m_lines;
};

} // namespace relaydesk
