// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The ways in which customers ask for one article: edited in place, taken out, added at the end.
#pragma once
#include "models/domain/article.h"
#include "ui/widgets/panel.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace relaydesk {

class PhrasingTable : public Panel {
    Q_OBJECT

  public:
    explicit PhrasingTable(const Theme &theme, QWidget *parent = nullptr);

    void show(const QVector<Phrasing> &phrasings);
    //! As they stand, blank ones left out, with what is typed in the last row.
    QVector<Phrasing> phrasings() const;

  signals:
    void changed(); //!< by a person

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    void buildTable();
    void addRow(const Phrasing &phrasing);
    void addTyped();
    void remove(QTreeWidgetItem *item);
    void fit(); //!< as high as its rows, where there is room
    void redrawIcons();

    const Theme &m_theme;
    QTreeWidget *m_table;
    QLineEdit *m_add;
    bool m_showing = false;
};

} // namespace relaydesk
