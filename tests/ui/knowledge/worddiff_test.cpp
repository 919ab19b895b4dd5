// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a version changed, word by word, and that nothing is lost in showing it.
#include "ui/knowledge/worddiff.h"
#include <QtTest/QtTest>

namespace relaydesk {

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

QString drawn(const QVector<DiffPiece> &pieces) {
    QString text;
    for (const DiffPiece &piece : pieces)
        text += piece.change == Change::Kept      ? piece.text
                : piece.change == Change::Removed ? QStringLiteral("[-%1]").arg(piece.text)
                                                  : QStringLiteral("[+%1]").arg(piece.text);
    return text;
}

} // namespace

class WordDiffTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldMarkWhatChanged_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << s("a b") << s("a b") << s("a b");
        QTest::newRow("both empty") << s("") << s("") << s("");
        QTest::newRow("new") << s("") << s("a b") << s("[+a b]");
        QTest::newRow("gone") << s("a b") << s("") << s("[-a b]");
        QTest::newRow("one word") << s("in 3 days") << s("in 5 days") << s("in [-3][+5] days");
        QTest::newRow("at the end") << s("a b") << s("a b c") << s("a b[+ c]");
        QTest::newRow("repeated") << s("a a a") << s("a a") << s("a a[- a]");
        QTest::newRow("two places") << s("a b c d") << s("x b c y") << s("[-a][+x] b c [-d][+y]");
    }
    void shouldMarkWhatChanged() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(drawn(wordDiff(before, after)), "expected");
    }

    void shouldLoseNothing_data() {
        QTest::addColumn<int>("words");
        QTest::newRow("short") << 40;
        QTest::newRow("long") << 900;
        QTest::newRow("too long to compare") << 5000;
    }
    void shouldLoseNothing() {
        QFETCH(int, words);
        QString before, after;
        for (int i = 0; i < words; ++i) {
            before += QString::number(i * 7 % 13) + (i % 5 ? u' ' : u'\n');
            after += QString::number(i * 5 % 11) + (i % 7 ? u' ' : u'\n');
        }
        QString old, now;
        for (const DiffPiece &piece : wordDiff(before, after)) {
            old += piece.change == Change::Added ? QString() : piece.text;
            now += piece.change == Change::Removed ? QString() : piece.text;
        }
        QCOMPARE(old, before);
        QCOMPARE(now, after);
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WordDiffTest)
#include "worddiff_test.moc"
