// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Spelling with a small dictionary of the test's own: what is underlined, what is offered, what is learned.
#include "ui/writing/spelling.h"
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QTextBlock>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

class SpellingTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();
    void shouldFindTheUsualDictionaryOfALanguage();
    void shouldUnderlineWhatIsMisspelt_data();
    void shouldUnderlineWhatIsMisspelt();
    void shouldFollowTheLanguage();
    void shouldOfferWhatCouldBeMeant();
    void shouldLearnAWordForGood();
    void shouldSayOnceThatThereIsNoDictionary();
    void shouldBeNoStepToUndo();

  private:
    void write(const char *name, const char *encoding, const QByteArray &words);
    QStringList underlined();
    QAction *action(QMenu &menu, const char *name) { return menu.findChild<QAction *>(QLatin1String(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<QPlainTextEdit> m_edit;
    std::unique_ptr<Spelling> m_spelling;
};

void SpellingTest::write(const char *name, const char *encoding, const QByteArray &words) {
    QFile rules(m_folder.filePath(QLatin1String(name) + QStringLiteral(".aff")));
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(QByteArray("SET ") + encoding + "\nTRY esianrtolcdugmphbyfvkwz\n");
    QFile list(m_folder.filePath(QLatin1String(name) + QStringLiteral(".dic")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(QByteArray::number(words.count('\n')) + "\n" + words);
}

void SpellingTest::initTestCase() {
    write("en_AU", "UTF-8", "colour\n");
    write("en_US", "UTF-8", "the\nparcel\nis\nlate\nisn't\nsee\nnow\n");
    write("de_DE", "ISO8859-1", "das\nPaket\nist\nsp\xe4t\n");
    qputenv("RELAYDESK_DICTIONARIES", QFile::encodeName(m_folder.path()));
}

void SpellingTest::init() {
    QSettings().clear();
    m_edit = std::make_unique<QPlainTextEdit>();
    m_spelling = std::make_unique<Spelling>(*m_edit);
    m_spelling->setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(m_spelling->isReady());
}

void SpellingTest::cleanup() {
    m_spelling.reset();
    m_edit.reset();
}

QStringList SpellingTest::underlined() {
    QStringList words;
    for (QTextBlock block = m_edit->document()->firstBlock(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                words += block.text().mid(range.start, range.length);
        }
    }
    return words;
}

void SpellingTest::shouldFindTheUsualDictionaryOfALanguage() {
    const QStringList folders{m_folder.path()};
    QVERIFY(Dictionary::find(QStringLiteral("en"), folders).endsWith(QStringLiteral("en_US")));
    QVERIFY(Dictionary::find(QStringLiteral("de"), folders).endsWith(QStringLiteral("de_DE")));
    QCOMPARE(Dictionary::find(QStringLiteral("fr"), folders), QString());
    QCOMPARE(Dictionary::find(QString(), folders), QString());
}

void SpellingTest::shouldUnderlineWhatIsMisspelt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << expected;
    };
    row("nothing", "the parcel is late", {});
    row("one of them", "the parcle is late", {QStringLiteral("parcle")});
    row("in two lines", "the parcle\nis laet", {QStringLiteral("parcle"), QStringLiteral("laet")});
    row("apostrophes", "isn't isn\u2019t", {});
    row("no words", "see https://exampel.org/xyzz now a1b2 42nd me@exampel.org `cdoe` {{customer.naem}}", {});
    row("within marks", "**parcle** _late_", {QStringLiteral("parcle")});
}

void SpellingTest::shouldUnderlineWhatIsMisspelt() {
    QFETCH(const QString, text);
    m_edit->setPlainText(text);
    QTEST(underlined(), "expected");
}

void SpellingTest::shouldFollowTheLanguage() {
    m_edit->setPlainText(QString::fromUtf8("das Paket ist sp\xc3\xa4t"));
    QCOMPARE(underlined().size(), 4);
    m_spelling->setLanguage(QStringLiteral("de"));
    QTRY_VERIFY(m_spelling->isReady());
    QTRY_COMPARE(underlined(), QStringList());
    m_spelling->setLanguage({});
    m_edit->setPlainText(QStringLiteral("zzz"));
    QCOMPARE(underlined(), QStringList());
}

void SpellingTest::shouldOfferWhatCouldBeMeant() {
    m_edit->setPlainText(QStringLiteral("the parcle is late"));
    const std::unique_ptr<QMenu> menu(m_spelling->menuAt(6));
    QTRY_VERIFY(action(*menu, "suggestion"));
    QAction *suggestion = action(*menu, "suggestion");
    QCOMPARE(suggestion->text(), QStringLiteral("parcel"));
    suggestion->trigger();
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("the parcel is late"));
    QCOMPARE(underlined(), QStringList());
    const std::unique_ptr<QMenu> usual(m_spelling->menuAt(6));
    QVERIFY(!action(*usual, "suggestion"));
    QVERIFY(!usual->actions().isEmpty());
    // AND where nothing is like it, that is said
    m_edit->setPlainText(QStringLiteral("the xqzzkwv is late"));
    const std::unique_ptr<QMenu> unlike(m_spelling->menuAt(6));
    QTRY_COMPARE(unlike->actions().first()->text(), QStringLiteral("Nothing similar is known"));
}

void SpellingTest::shouldLearnAWordForGood() {
    m_edit->setPlainText(QStringLiteral("Relaydesk is late"));
    QCOMPARE(underlined(), QStringList{QStringLiteral("Relaydesk")});
    const std::unique_ptr<QMenu> menu(m_spelling->menuAt(2));
    action(*menu, "addWord")->trigger();
    QCOMPARE(underlined(), QStringList());
    // in another composer, later
    QPlainTextEdit other(QStringLiteral("Relaydesk zzz"));
    Spelling spelling(other);
    spelling.setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(spelling.isReady());
    QCOMPARE(spelling.misspeltAt(2).second, 0);
    QCOMPARE(spelling.misspeltAt(11), std::pair(10, 3));
}

void SpellingTest::shouldSayOnceThatThereIsNoDictionary() {
    const QSignalSpy missing(m_spelling.get(), &Spelling::missing);
    m_edit->setPlainText(QStringLiteral("zzz"));
    m_spelling->setLanguage(QStringLiteral("fr"));
    QTRY_COMPARE(missing.count(), 1);
    QVERIFY2(missing[0][0].toString().contains(QStringLiteral("French")), qPrintable(missing[0][0].toString()));
    QCOMPARE(underlined(), QStringList());
    m_spelling->setLanguage(QStringLiteral("en"));
    m_spelling->setLanguage(QStringLiteral("fr"));
    m_spelling->setLanguage(QStringLiteral("de"));
    QTRY_VERIFY(m_spelling->isReady()); // what was asked before it has been answered as well
    QCOMPARE(missing.count(), 1);
}

void SpellingTest::shouldBeNoStepToUndo() {
    m_edit->setPlainText(QStringLiteral("the parcle"));
    m_spelling->rehighlight();
    QVERIFY(!m_edit->document()->isUndoAvailable());
    QVERIFY(!m_edit->document()->isModified());
    QCOMPARE(m_edit->toPlainText(), QStringLiteral("the parcle"));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    relaydesk::SpellingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "spelling_test.moc"
