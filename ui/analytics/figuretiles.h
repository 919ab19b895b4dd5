// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The row of figures on top of the analytics page, each with its change against as many days before.
#pragma once
#include "ui/analytics/selection.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

namespace relaydesk {

class FigureTile;

class FigureTiles : public QWidget {
    Q_OBJECT

  public:
    explicit FigureTiles(const Theme &theme, QWidget *parent = nullptr);

    void take(const AnalyticsReport &report);

  signals:
    void wanted(const relaydesk::Selection &selection);

  private:
    FigureTile *add(const Theme &theme, Subject subject, const QString &title, const QString &name);

    FigureTile *m_queries;
    FigureTile *m_assistant;
    FigureTile *m_people;
    FigureTile *m_lessons;
    FigureTile *m_reply;
};

} // namespace relaydesk
