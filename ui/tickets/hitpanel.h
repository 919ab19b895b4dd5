// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where in messages, notes and articles the words were found; one of them is jumped to.
#pragma once
#include "models/items/hitlistmodel.h"
#include "ui/widgets/panel.h"

class QLabel;
class QListView;
class QStackedWidget;

namespace relaydesk {

class HitPanel : public Panel {
    Q_OBJECT

  public:
    explicit HitPanel(const Theme &theme, QWidget *parent = nullptr);
    HitListModel &hits() { return m_hits; }
    void show(const HitPage &first);
    void takeFocus();

  signals:
    void hitOpened(const relaydesk::SearchHit &hit);

  private:
    HitListModel m_hits;
    QListView *m_list;
    QStackedWidget *m_stack;
};

} // namespace relaydesk
