// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a style sheet cannot draw well in two themes: check boxes, radio buttons, combo and spin boxes, focus rings.
#pragma once
#include "ui/theme/tokens.h"
#include <QtWidgets/QProxyStyle>

class QStyleOptionComplex;

namespace relaydesk {

//! On top of Fusion.
class ControlStyle : public QProxyStyle {
    Q_OBJECT

  public:
    explicit ControlStyle(const Tokens &tokens);
    void setTokens(const Tokens &tokens) { m_tokens = &tokens; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;

  private:
    void drawBox(QPainter *painter, const QStyleOption *option, qreal radius) const;
    void drawField(QPainter *painter, const QStyleOption *option) const;
    void drawSpinArrows(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const;

    const Tokens *m_tokens;
};

} // namespace relaydesk
