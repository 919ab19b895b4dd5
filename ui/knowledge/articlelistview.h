// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list of articles; what is chosen and where it is scrolled to outlive every change of the model.
#pragma once
#include "models/items/articlelistmodel.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QTreeView>

namespace relaydesk {

class ArticleListView : public QTreeView {
    Q_OBJECT

  public:
    ArticleListView(const Theme &theme, ArticleListModel &model, QWidget *parent = nullptr);

    void select(ArticleId id); //!< selected as soon as it is shown; tells nobody
    ArticleId current() const { return m_current; }

  signals:
    void chosen(relaydesk::ArticleId id); //!< by a person

  protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

  private:
    void arrangeColumns();
    void restore();

    ArticleListModel &m_model;
    ArticleId m_current;
    int m_scroll = 0;
    bool m_restoring = false;
};

} // namespace relaydesk
