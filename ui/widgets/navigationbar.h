// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The pages of the window from top to bottom, each an icon with a word and the number of things that wait there.
#pragma once
#include "ui/theme/theme.h"
#include <QtCore/QVector>
#include <QtWidgets/QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace relaydesk {

class NavigationButton;

struct NavigationEntry {
    QString name;  //!< objectName of the button, "desk" for example
    QString icon;  //!< name of a drawing in resources/icons
    QString label; //!< translated
    QString keys;  //!< shortcut shown in the tool tip, "Ctrl+1"; set on the button as well
};

class NavigationBar : public QWidget {
    Q_OBJECT

  public:
    explicit NavigationBar(const Theme &theme, QWidget *parent = nullptr);

    //! Number of the new page, counted from 0 in the order of adding.
    int add(const NavigationEntry &entry);
    int addAtBottom(const NavigationEntry &entry); //!< settings
    void setBadge(int page, int count);            //!< 0 takes the badge away
    void select(int page);                         //!< also emits selected() when it is another page
    int current() const;                           //!< -1 before the first page

  signals:
    void selected(int page);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    int place(const NavigationEntry &entry, int position);

    const Theme &m_theme;
    QButtonGroup *m_group;
    QVBoxLayout *m_layout;
    QVector<NavigationButton *> m_buttons;
    int m_top = 0;
};

} // namespace relaydesk
