// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That Markdown swallows nothing, loads nothing, and keeps the lines as they were written.
#include "tests/support/sourcefile.h"
#include "ui/widgets/links.h"
#include "ui/widgets/safemarkdown.h"
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QTextBlock>
#include <QtTest/QtTest>

namespace relaydesk {

class SafeMarkdownTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldShowEveryWord_data();
    void shouldShowEveryWord();
    void shouldShowWhatAPictureIsInsteadOfLoadingIt();
    void shouldRefuseEveryResource_data();
    void shouldRefuseEveryResource();
    void shouldRenderEmphasisAndLists();
    void shouldDrawLinksInTheAccent();
    void shouldKeepHeadingsModest();
    void shouldOpenOnlyHarmlessAddresses_data();
    void shouldOpenOnlyHarmlessAddresses();
};

namespace {

std::unique_ptr<QTextDocument> made(const QString &markdown) { return safeDocument(markdown, lightTokens(), QFont()); }

QString shown(const QString &markdown) { return made(markdown)->toPlainText(); }

} // namespace

void SafeMarkdownTest::shouldShowEveryWord_data() {
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const char *markdown, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(text);
    };
    add("a tag that is never closed", "use <token> here\n\nnext", "use <token> here\nnext");
    add("a line break in HTML", "a<br>b\n\nnext", "a<br>b\nnext");
    add("a script", "<script>alert(1)</script> after", "<script>alert(1)</script> after");
    add("a picture in HTML", "<img src=\"file:///etc/passwd\"> after", "<img src=\"file:///etc/passwd\"> after");
    add("a block of HTML", "<div>\n\ninside\n\n</div>", "<div>\ninside\n</div>");
    add("a new line", "first\nsecond", "first\nsecond");
    add("three lines", "first\nsecond\nthird", "first\nsecond\nthird");
    add("a list below a line", "do this:\n- one\n- two", "do this:\none\ntwo");
    add("code keeps its lines", "```\na\n b\n```", "a\n b");
    add("right to left", "مرحبا **بك**", "مرحبا بك");
    add("nothing", "", "");
}

void SafeMarkdownTest::shouldShowEveryWord() {
    QFETCH(QString, markdown);
    QTEST(shown(markdown).trimmed(), "text");
}

void SafeMarkdownTest::shouldShowWhatAPictureIsInsteadOfLoadingIt() {
    const QString text = shown(QStringLiteral("see ![the plan](http://127.0.0.1:1/plan.png) now"));
    QCOMPARE(text, QStringLiteral("see [the plan] now"));
    QVERIFY(!text.contains(QChar::ObjectReplacementCharacter));
}

void SafeMarkdownTest::shouldRefuseEveryResource_data() {
    QTest::addColumn<int>("type");
    QTest::newRow("picture") << static_cast<int>(QTextDocument::ImageResource);
    QTest::newRow("style sheet") << static_cast<int>(QTextDocument::StyleSheetResource);
    QTest::newRow("page") << static_cast<int>(QTextDocument::HtmlResource);
}

void SafeMarkdownTest::shouldRefuseEveryResource() {
    QFETCH(int, type);
    // GIVEN a file that is really there WHEN a document asks for it THEN it gets nothing
    const QUrl file = QUrl::fromLocalFile(sourceFile(QStringLiteral("README.md")));
    QVERIFY(QFile::exists(file.toLocalFile()));
    QVERIFY(!made(QStringLiteral("text"))->resource(type, file).isValid());
}

void SafeMarkdownTest::shouldRenderEmphasisAndLists() {
    const auto document = made(QStringLiteral("choose **Forgot password**\n\n1. one\n2. two"));
    QVERIFY(document->toHtml().contains(QStringLiteral("font-weight:7")));
    QVERIFY(document->lastBlock().textList() != nullptr);
}

void SafeMarkdownTest::shouldDrawLinksInTheAccent() {
    const auto document = made(QStringLiteral("[here](https://example.org/a)"));
    const QTextCharFormat format = document->firstBlock().begin().fragment().charFormat();
    QCOMPARE(format.anchorHref(), QStringLiteral("https://example.org/a"));
    QCOMPARE(format.foreground().color(), lightTokens().accent);
    QVERIFY(format.fontUnderline());
}

void SafeMarkdownTest::shouldKeepHeadingsModest() {
    const auto heading = made(QStringLiteral("# Refunds"));
    const auto text = made(QStringLiteral("Refunds"));
    QVERIFY(heading->size().height() < 1.6 * text->size().height());
}

void SafeMarkdownTest::shouldOpenOnlyHarmlessAddresses_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("openable");
    QTest::newRow("web") << QStringLiteral("https://example.org/x") << true;
    QTest::newRow("plain web") << QStringLiteral("HTTP://example.org") << true;
    QTest::newRow("mail") << QStringLiteral("mailto:a@example.org") << true;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("data") << QStringLiteral("data:text/html,x") << false;
    QTest::newRow("relative") << QStringLiteral("page.html") << false;
    QTest::newRow("no host") << QStringLiteral("https:///x") << false;
    QTest::newRow("nothing") << QString() << false;
}

void SafeMarkdownTest::shouldOpenOnlyHarmlessAddresses() {
    QFETCH(QString, address);
    QTEST(isOpenable(QUrl(address)), "openable");
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::SafeMarkdownTest)
#include "safemarkdown_test.moc"
