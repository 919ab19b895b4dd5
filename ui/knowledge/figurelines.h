// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Lines of a name at the left and a figure at the right.
#pragma once
#include "ui/theme/theme.h"
#include <QtCore/QVector>
#include <QtWidgets/QWidget>

namespace relaydesk {

struct FigureLine {
    QString name;
    QString figure;
    bool strong = false; //!< the name stands out
};

class FigureLines : public QWidget {
    Q_OBJECT

  public:
    explicit FigureLines(const Theme &theme, QWidget *parent = nullptr);
    void show(const QVector<FigureLine> &lines);
    QVector<FigureLine> lines() const { return m_lines; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; //!< the tool tip of a line is its whole name

  private:
    int lineHeight() const;
    const Theme &m_theme;
    QVector<FigureLine> m_lines;
};

} // namespace relaydesk
