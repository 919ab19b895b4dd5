// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/historyview.h"
#include "models/items/articlewords.h"
#include "ui/knowledge/worddiff.h"
#include "ui/widgets/styles.h"
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

namespace relaydesk {

namespace {

QString phrasingLines(const Article &article) {
    QStringList lines;
    for (const Phrasing &phrasing : article.phrasings)
        lines += phrasing.text;
    return lines.join(u'\n');
}

QTextCharFormat formatOf(Change change, const Tokens &tokens) {
    QTextCharFormat format;
    format.setForeground(tokens.ink);
    if (change == Change::Added) {
        format.setForeground(tokens.good);
        format.setBackground(tokens.goodSoft);
        format.setFontUnderline(true);
    } else if (change == Change::Removed) {
        format.setForeground(tokens.bad);
        format.setBackground(tokens.badSoft);
        format.setFontStrikeOut(true);
    }
    return format;
}

} // namespace

HistoryView::HistoryView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_difference(new QTextEdit(this))
    , m_restore(makeButton(tr("Restore this version"), QStringLiteral("restoreVersion"), ButtonKind::Plain, this)) {
    auto *back = makeButton(tr("Back to the article"), QStringLiteral("closeHistory"), ButtonKind::Quiet, this);
    m_list->setObjectName(QStringLiteral("versions"));
    m_list->setAccessibleName(tr("Versions, newest first"));
    m_list->setStyleSheet(QStringLiteral("QListView::item { padding: 6px 8px; }"));
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(72);
    m_difference->setObjectName(QStringLiteral("versionChanges"));
    m_difference->setAccessibleName(tr("What this version changed"));
    m_difference->setReadOnly(true);
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_list, 2);
    layout->addWidget(makeLabel(tr("Changed against the version before"), TextKind::Muted, this));
    layout->addWidget(m_difference, 5);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryView::showVersion);
    connect(m_restore, &QPushButton::clicked, this,
            [this] { emit restoreWanted(m_versions.value(m_list->currentRow())); });
    connect(back, &QPushButton::clicked, this, &HistoryView::closed);
    connect(&theme, &Theme::changed, this, [this] { showVersion(m_list->currentRow()); });
}

void HistoryView::show(const QVector<Article> &versions, const std::optional<Article> &unsaved) {
    m_versions = versions;
    m_firstIsUnsaved = unsaved.has_value();
    if (unsaved)
        m_versions.prepend(*unsaved);
    m_list->clear();
    for (qsizetype i = 0; i < m_versions.size(); ++i)
        m_list->addItem(i == 0 && unsaved ? tr("Your text, not saved") : versionSummary(m_versions[i]));
    m_list->updateGeometry();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void HistoryView::showVersion(int row) {
    m_difference->clear();
    if (row < 0 || row >= m_versions.size())
        return;
    const int newest = m_firstIsUnsaved ? 1 : 0;
    m_restore->setEnabled(row > newest);
    m_restore->setToolTip(row > newest ? tr("Saves it once more, as the newest version")
                                       : tr("This is what the article says now"));
    const Article now = m_versions[row], before = m_versions.value(row + 1);
    write(tr("Title"), before.title, now.title);
    write(tr("Answer"), before.answer, now.answer);
    write(tr("Tags"), before.tags.join(QStringLiteral(", ")), now.tags.join(QStringLiteral(", ")));
    write(tr("Phrasings"), phrasingLines(before), phrasingLines(now));
    write(tr("State"), before.status == ArticleStatus::Archived ? tr("archived") : tr("live"),
          now.status == ArticleStatus::Archived ? tr("archived") : tr("live"));
    m_difference->moveCursor(QTextCursor::Start);
}

void HistoryView::write(const QString &heading, const QString &before, const QString &after) {
    if (before.isEmpty() && after.isEmpty())
        return;
    QTextCursor cursor = m_difference->textCursor();
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(m_theme.tokens().muted);
    if (cursor.position() > 0)
        cursor.insertText(QStringLiteral("\n\n"), format);
    cursor.insertText(heading + (before == after ? tr(", as it was") : QString()) + u'\n', format);
    for (const DiffPiece &piece : wordDiff(before, after))
        cursor.insertText(piece.text, formatOf(piece.change, m_theme.tokens()));
}

} // namespace relaydesk
