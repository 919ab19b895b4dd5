// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The knowledge page as a person sees it, on a real desk with a database in threads of its own.
#pragma once
#include "tests/support/knowledgefixture.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/articlelistview.h"
#include "ui/knowledge/articlepane.h"
#include "ui/knowledge/articlesaving.h"
#include "ui/knowledge/figurelines.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/noticebar.h"
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QTreeWidget>

namespace relaydesk {

inline QString s(const char *text) { return QString::fromUtf8(text); }

inline Article article(const char *title, const char *answer, const QStringList &phrasings = {}) {
    Article made;
    made.title = s(title);
    made.answer = s(answer);
    for (const QString &phrasing : phrasings)
        made.phrasings.append({{}, phrasing, Origin::Import});
    return made;
}

class KnowledgeStage {
  protected:
    QString path() const { return m_folder->filePath(s("desk.db")); }
    void showPage() {
        m_page = std::make_unique<KnowledgePage>(*m_theme, m_desk->desk(), Readers{m_desk->reader(), m_desk->reader()});
        m_page->resize(1280, 760);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void start(QVector<Article> articles) {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<KnowledgeDesk>(path());
        for (Article &each : articles)
            each.id = {};
        if (!articles.isEmpty())
            QVERIFY(m_desk->inDesk([&](Desk &desk) { return desk.saveArticles(articles); }));
        showPage();
        if (!articles.isEmpty())
            QTRY_VERIFY(list()->model()->rowCount() > 0);
    }
    void logAnswers(ArticleId id) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVector<qint64> verdicts;
        for (const int daysAgo : {40, 3, 2, 1})
            verdicts += m_desk->log({.at = now.addDays(-daysAgo),
                                     .kind = EventKind::Verdict,
                                     .article = id,
                                     .data = {{s("answer"), s("In 3 days.")}}});
        m_desk->log({.at = now, .kind = EventKind::Verdict, .article = id, .data = {{s("draft"), s("In 3 days.")}}});
        const auto judge = [&](qint64 verdict, const char *outcome) {
            m_desk->log({.at = now,
                         .kind = EventKind::Feedback,
                         .article = id,
                         .data = {{s("verdict"), verdict}, {s("outcome"), s(outcome)}}});
        };
        judge(verdicts[0], "yes"); // older than thirty days
        judge(verdicts[1], "yes");
        judge(verdicts[2], "yes");
        judge(verdicts[2], "no"); // the last one decides
    }
    void write(const QString &file, const QByteArray &bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    template <typename Widget>
    Widget *child(const char *name) {
        auto *found = m_page->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QPushButton *button(const char *name) { return child<QPushButton>(name); }
    QLineEdit *edit(const char *name) { return child<QLineEdit>(name); }
    QPlainTextEdit *answer() { return child<QPlainTextEdit>("articleAnswer"); }
    ArticleListView *list() { return child<ArticleListView>("articleList"); }
    //! By a click on its row.
    void open(const char *title) {
        QModelIndex index;
        const auto find = [&] {
            index = list()->model()->index(0, 0);
            while (index.isValid() && index.data().toString() != s(title))
                index = index.siblingAtRow(index.row() + 1);
            return index.isValid();
        };
        QTRY_VERIFY(find());
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
        QCOMPARE(edit("articleTitle")->text(), s(title));
    }
    void answerBox(bool yes) {
        auto *box = child<QMessageBox>("question");
        QVERIFY(box->isVisible());
        if (yes)
            box->findChild<QPushButton *>(s("yes"))->click();
        else
            box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
    }

    void close() {
        m_page.reset();
        m_desk.reset();
        m_folder.reset();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<KnowledgePage> m_page;
};

} // namespace relaydesk
