// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Beside the editor: a question to try, and how the article did lately.
#pragma once
#include "models/domain/reader.h"
#include "models/items/knowledgereading.h"
#include "ui/knowledge/trypanel.h"
#include <QtWidgets/QScrollArea>

namespace relaydesk {

class ContradictionList;

class SidePanel : public QScrollArea {
    Q_OBJECT

  public:
    SidePanel(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);
    void setArticle(ArticleId id);
    void refresh(); //!< knowledge or outcomes have changed

  signals:
    void failed(const relaydesk::Failure &failure);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void readUse();
    void readContradictions();
    void showUse(const ArticleUse &use);

    const Theme &m_theme;
    Remote<Reader> m_reader;
    ArticleId m_article;
    TryPanel *m_try;
    QLabel *m_useTitle;
    FigureLines *m_use;
    ContradictionList *m_contradictions;
};

} // namespace relaydesk
