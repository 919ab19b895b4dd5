// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/theme/controlstyle.h"
#include "ui/theme/drawing.h"
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

namespace relaydesk {

namespace {

constexpr qreal controlRadius = 8;
constexpr qreal boxRadius = 4;
constexpr int indicatorSize = 16;
constexpr int fieldHeight = 32;
constexpr int fieldPadding = 6;
constexpr int arrowSize = 14;

QRect centred(const QRect &area, int size) {
    return QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(size, size), area);
}

} // namespace

ControlStyle::ControlStyle(const Tokens &tokens) : QProxyStyle(QStringLiteral("Fusion")), m_tokens(&tokens) {}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const {
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawBox(painter, option, boxRadius);
        if (option->state & State_On)
            drawing(QStringLiteral("check"), m_tokens->onAccent).paint(painter, option->rect.adjusted(2, 2, -2, -2));
        else if (option->state & State_NoChange)
            drawing(QStringLiteral("minus"), m_tokens->onAccent).paint(painter, option->rect.adjusted(2, 2, -2, -2));
        return;
    case PE_IndicatorRadioButton:
        drawBox(painter, option, option->rect.width() / 2.0);
        if (option->state & State_On) {
            painter->setBrush(m_tokens->onAccent);
            painter->drawEllipse(QRectF(option->rect).center(), 3, 3);
        }
        return;
    case PE_IndicatorArrowDown:
        drawing(QStringLiteral("chevron-down"), m_tokens->muted).paint(painter, centred(option->rect, arrowSize));
        return;
    case PE_IndicatorArrowUp:
        drawing(QStringLiteral("chevron-up"), m_tokens->muted).paint(painter, centred(option->rect, arrowSize));
        return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_tokens->accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), boxRadius, boxRadius);
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const {
    if (control == CC_ComboBox) {
        drawField(painter, option);
        QStyleOption arrow(*option);
        arrow.rect = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(painter, option);
        drawSpinArrows(painter, option, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox)
        result = QSize(result.width() + 8 + fieldPadding, qMax(result.height(), fieldHeight));
    return result;
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const {
    const QRect area = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                        (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return isText ? area.adjusted(fieldPadding, 0, 0, 0) : area;
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

//! The indicator itself: filled with the accent when on, an outline when off. Leaves pen and brush free for the mark.
void ControlStyle::drawBox(QPainter *painter, const QStyleOption *option, qreal radius) const {
    const bool isFilled = option->state & (State_On | State_NoChange);
    const bool isEnabled = option->state & State_Enabled;
    const QColor filling = isEnabled ? m_tokens->accent : m_tokens->faint;
    const bool isHovered = isEnabled && (option->state & State_MouseOver);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isFilled ? filling : isHovered ? m_tokens->accent : m_tokens->faint, 1.4));
    painter->setBrush(isFilled ? filling : m_tokens->panel);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->setPen(Qt::NoPen);
}

void ControlStyle::drawField(QPainter *painter, const QStyleOption *option) const {
    const bool hasFocus = option->state & State_HasFocus;
    const bool isEnabled = option->state & State_Enabled;
    const bool isHovered = isEnabled && (option->state & State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(hasFocus ? m_tokens->accent : isHovered ? m_tokens->faint : m_tokens->line, hasFocus ? 2 : 1));
    painter->setBrush(isEnabled ? m_tokens->panel : m_tokens->background);
    const qreal inset = hasFocus ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), controlRadius, controlRadius);
    painter->restore();
}

void ControlStyle::drawSpinArrows(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget) const {
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    QStyleOption arrow(*option);
    arrow.rect = proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget);
    drawPrimitive(PE_IndicatorArrowUp, &arrow, painter, widget);
    arrow.rect = proxy()->subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget);
    drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

} // namespace relaydesk
