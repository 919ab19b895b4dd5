// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One factor of a confidence: what it is, its value, and a bar as long as the value.
#pragma once
#include "models/domain/confidence.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

namespace relaydesk {

QString factorWords(const QString &name); //!< similarity becomes "Match with known questions"

class FactorBar : public QWidget {
    Q_OBJECT

  public:
    explicit FactorBar(const Theme &theme, QWidget *parent = nullptr);
    FactorBar(const Theme &theme, const Factor &factor, QWidget *parent = nullptr);
    //! Tool tip and accessible description say what its log-odds did to the sum.
    void setFactor(const Factor &factor);
    //! For anything else between 0 and 1, an article's success for example.
    void setValue(const QString &label, double value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    const Theme &m_theme;
    QString m_label;
    double m_value = 0;
};

} // namespace relaydesk
