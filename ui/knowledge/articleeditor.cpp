// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articleeditor.h"
#include "models/items/articlewords.h"
#include "ui/knowledge/phrasingtable.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace relaydesk {

namespace {

template <typename Edit>
Edit *named(Edit *edit, const QString &name, const QString &accessibleName) {
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    return edit;
}

//! A long text shows how it begins.
void setFromStart(QLineEdit &edit, const QString &text) {
    edit.setText(text);
    edit.setCursorPosition(0);
}

} // namespace

ArticleEditor::ArticleEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(named(new QLineEdit(this), QStringLiteral("articleTitle"), tr("Title")))
    , m_tags(named(new QLineEdit(this), QStringLiteral("articleTags"), tr("Tags")))
    , m_answer(named(new QPlainTextEdit(this), QStringLiteral("articleAnswer"), tr("Answer in Markdown")))
    , m_preview(named(new MarkdownPreview(theme, this), QStringLiteral("articlePreview"), tr("Preview of the answer")))
    , m_previewToggle(makeButton(tr("Preview"), QStringLiteral("previewToggle"), ButtonKind::Plain, this,
                                 QStringLiteral("Ctrl+Shift+P")))
    , m_answerStack(new QStackedWidget(this))
    , m_phrasings(new PhrasingTable(theme, this))
    , m_titleProblem(makeProblem(QStringLiteral("titleProblem")))
    , m_answerProblem(makeProblem(QStringLiteral("answerProblem"))) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(4);
    layout->addLayout(buildHead());
    layout->addSpacing(8);
    layout->addLayout(buildAnswer(), 5);
    layout->addSpacing(8);
    layout->addWidget(makeLabel(tr("Customers ask it like this"), TextKind::Muted, this));
    layout->addWidget(m_phrasings, 4);
    const auto tell = [this] {
        if (!m_showing)
            emit changed();
    };
    connect(m_title, &QLineEdit::textEdited, this, tell);
    connect(m_tags, &QLineEdit::textEdited, this, tell);
    connect(m_answer, &QPlainTextEdit::textChanged, this, tell);
    connect(m_phrasings, &PhrasingTable::changed, this, tell);
    connect(m_title, &QLineEdit::textEdited, m_titleProblem, &QWidget::hide);
    connect(m_answer, &QPlainTextEdit::textChanged, m_answerProblem, &QWidget::hide);
    connect(m_previewToggle, &QPushButton::toggled, this, &ArticleEditor::showPreview);
    connect(&theme, &Theme::changed, this, &ArticleEditor::recolour);
    recolour();
}

QLayout *ArticleEditor::buildHead() {
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->addWidget(makeLabel(tr("Title"), TextKind::Muted, this), 0, 0);
    grid->addWidget(makeLabel(tr("Tags"), TextKind::Muted, this), 0, 1);
    grid->addWidget(m_title, 1, 0);
    grid->addWidget(m_tags, 1, 1);
    grid->addWidget(m_titleProblem, 2, 0, 1, 2);
    m_title->setPlaceholderText(tr("The question, as a customer would ask it"));
    m_tags->setPlaceholderText(tr("billing, refunds"));
    m_tags->setToolTip(tr("Separated by commas"));
    return grid;
}

QLayout *ArticleEditor::buildAnswer() {
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Answer (Markdown)"), TextKind::Muted, this), 1);
    row->addWidget(m_previewToggle);
    m_previewToggle->setCheckable(true);
    m_answer->setPlaceholderText(tr("What the assistant tells the customer"));
    m_answer->setTabChangesFocus(true);
    m_answerStack->addWidget(m_answer);
    m_answerStack->addWidget(m_preview);
    m_answerStack->setMinimumHeight(120);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_answerStack, 1);
    layout->addWidget(m_answerProblem);
    return layout;
}

QLabel *ArticleEditor::makeProblem(const QString &name) {
    QLabel *label = makeLabel({}, TextKind::Plain, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void ArticleEditor::show(const Article &article) {
    m_showing = true;
    if (article.id != m_article.id)
        m_previewToggle->setChecked(false);
    m_article = article;
    if (m_title->text().simplified() != article.title.simplified())
        setFromStart(*m_title, article.title);
    if (tagsFrom(m_tags->text()) != article.tags)
        setFromStart(*m_tags, article.tags.join(QStringLiteral(", ")));
    if (m_answer->toPlainText() != article.answer)
        m_answer->setPlainText(article.answer);
    m_shownTitle = m_title->text();
    m_shownTags = m_tags->text();
    m_shownAnswer = m_answer->toPlainText();
    if (m_phrasings->phrasings() != article.phrasings)
        m_phrasings->show(article.phrasings);
    m_titleProblem->hide();
    m_answerProblem->hide();
    showPreview(m_previewToggle->isChecked());
    m_showing = false;
}

Article ArticleEditor::article() const {
    Article article = m_article;
    // A field nobody touched stays as it was stored, to the letter.
    if (m_title->text() != m_shownTitle)
        article.title = m_title->text().simplified();
    if (m_tags->text() != m_shownTags)
        article.tags = tagsFrom(m_tags->text());
    if (const QString answer = m_answer->toPlainText(); answer != m_shownAnswer)
        article.answer = answer;
    article.phrasings = m_phrasings->phrasings();
    return article;
}

bool ArticleEditor::check() {
    const Article typed = article();
    const bool hasTitle = !typed.title.trimmed().isEmpty(), hasAnswer = !typed.answer.trimmed().isEmpty();
    say(*m_titleProblem, hasTitle ? QString() : tr("An article needs a title: the question it answers."));
    say(*m_answerProblem,
        hasAnswer ? QString() : tr("An article needs an answer: the assistant would have nothing to say."));
    if (!hasAnswer) {
        m_previewToggle->setChecked(false);
        m_answer->setFocus();
    }
    if (!hasTitle)
        m_title->setFocus();
    return hasTitle && hasAnswer;
}

void ArticleEditor::focusTitle() {
    m_title->setFocus();
    m_title->selectAll();
}

void ArticleEditor::say(QLabel &problem, const QString &sentence) {
    problem.setText(sentence);
    problem.setVisible(!sentence.isEmpty());
}

void ArticleEditor::showPreview(bool shown) {
    if (shown)
        m_preview->show(m_answer->toPlainText());
    m_answerStack->setCurrentIndex(shown ? 1 : 0);
}

void ArticleEditor::recolour() {
    for (QLabel *label : {m_titleProblem, m_answerProblem}) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, m_theme.tokens().bad);
        label->setPalette(colours);
    }
}

} // namespace relaydesk
