// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The look of the whole program: which tokens are in force, the palette and style sheet made from them, the icons.
#pragma once
#include "ui/theme/tokens.h"
#include <QtCore/QObject>
#include <QtGui/QIcon>

class QApplication;

namespace relaydesk {

class ControlStyle;

enum class ThemeChoice { System, Light, Dark };

class Theme : public QObject {
    Q_OBJECT

  public:
    //! Sets Fusion with palette and style sheet on `application` and follows the system's palette while System is
    //! chosen.
    explicit Theme(QApplication &application);

    const Tokens &tokens() const { return *m_tokens; }
    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    //! A drawing from resources/icons/NAME.svg in one of the tokens' colours, crisp at every scale.
    QIcon icon(const QString &name, const QColor &colour) const;

  signals:
    void changed();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    bool isSystemDark();
    void follow();
    void apply();

    QApplication &m_application;
    ControlStyle *m_style;
    const Tokens *m_tokens;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_applying = false;
    bool m_following = false;
};

} // namespace relaydesk
