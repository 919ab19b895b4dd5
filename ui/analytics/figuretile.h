// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One figure as a card that can be pressed: its name, the number, a line below it, and how it changed.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"
#include <QtWidgets/QAbstractButton>

namespace relaydesk {

struct TileText {
    QString number;
    QString note;    //!< one small line below the number
    QString change;  //!< a chip; empty: none
    QString against; //!< beside the chip: what the change is measured against
    Tone tone = Tone::Neutral;
    friend bool operator==(const TileText &, const TileText &) = default;
};

class FigureTile : public QAbstractButton {
    Q_OBJECT

  public:
    FigureTile(const Theme &theme, const QString &title, const QString &name, QWidget *parent = nullptr);

    void setText(const TileText &text);
    const TileText &tileText() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    const Theme &m_theme;
    QString m_title;
    TileText m_text;
};

} // namespace relaydesk
