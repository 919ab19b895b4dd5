// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A sentence across a panel, with what can be done about it.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"
#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;

namespace relaydesk {

class NoticeBar : public QFrame {
    Q_OBJECT

  public:
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr); //!< hidden at first
    void show(const QString &sentence, Tone tone);
    void addAction(QWidget *widget); //!< at the end; becomes a child
    QString sentence() const;        //!< what it last said

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void recolour();

    const Theme &m_theme;
    Tone m_tone = Tone::Neutral;
    QLabel *m_label;
    QHBoxLayout *m_layout;
};

} // namespace relaydesk
