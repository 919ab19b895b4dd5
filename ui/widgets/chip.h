// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A small word on a soft background: a reason, a state, a number.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"
#include <QtWidgets/QLabel>

namespace relaydesk {

class Chip : public QLabel {
    Q_OBJECT

  public:
    Chip(const Theme &theme, const QString &text, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    const Theme &m_theme;
    Tone m_tone;
};

} // namespace relaydesk
