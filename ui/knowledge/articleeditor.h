// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The form of one article: title, tags, answer in Markdown, phrasings.
#pragma once
#include "models/domain/article.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QLabel;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace relaydesk {

class MarkdownPreview;
class PhrasingTable;

class ArticleEditor : public QWidget {
    Q_OBJECT

  public:
    explicit ArticleEditor(const Theme &theme, QWidget *parent = nullptr);

    void show(const Article &article);
    Article article() const; //!< the one shown, with what the person made of it
    //! Says at the fields what is missing and goes there; true where nothing is.
    bool check();
    void focusTitle();

  signals:
    void changed(); //!< by a person

  private:
    QLayout *buildHead();
    QLayout *buildAnswer();
    QLabel *makeProblem(const QString &name);
    void say(QLabel &problem, const QString &sentence);
    void showPreview(bool shown);
    void recolour();

    const Theme &m_theme;
    Article m_article;
    QString m_shownTitle, m_shownTags, m_shownAnswer; //!< as the fields show m_article
    QLineEdit *m_title;
    QLineEdit *m_tags;
    QPlainTextEdit *m_answer;
    MarkdownPreview *m_preview;
    QPushButton *m_previewToggle;
    QStackedWidget *m_answerStack;
    PhrasingTable *m_phrasings;
    QLabel *m_titleProblem;
    QLabel *m_answerProblem;
    bool m_showing = false;
};

} // namespace relaydesk
