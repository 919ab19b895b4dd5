// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One page in the navigation: icon, word below it, badge at the icon's shoulder.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QAbstractButton>

namespace relaydesk {

struct NavigationEntry;

class NavigationButton : public QAbstractButton {
    Q_OBJECT

  public:
    NavigationButton(const Theme &theme, const NavigationEntry &entry, QWidget *parent);
    void setBadge(int count);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QFont labelFont() const;
    void paintBadge(QPainter &painter, const QRectF &icon) const;

    const Theme &m_theme;
    QString m_icon;
    int m_badge = 0;
};

} // namespace relaydesk
