// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk evaluate` and `simulate` as programs: what they print, and what they say of files that are not right.
#include "tests/support/program.h"
#include <QtCore/QJsonArray>
#include <QtTest/QtTest>

using namespace relaydesk;

class EvaluateTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_program.write(u"train.csv"_qs, rows(0, 8));
        m_program.write(u"test.csv"_qs, rows(8, 12));
        m_program.write(u"outside.csv"_qs, "text,category\nwho won the cup final,oos\nsing me a lullaby,oos\n");
    }

    void shouldPrintEveryFigure() {
        const Ran ran = evaluate({u"--out-of-scope"_qs, file("outside.csv"), u"--json"_qs});
        QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
        const QJsonObject json = ran.json();
        for (const char *key : {"accuracy",
                                "top3",
                                "auroc",
                                "fpr95",
                                "auroc_by_confidence",
                                "fpr95_by_confidence",
                                "in_scope_accuracy",
                                "oos_recall",
                                "coverage_at_90",
                                "coverage_at_95",
                                "coverage_at_98",
                                "coverage_at_90_best",
                                "coverage_at_95_best",
                                "coverage_at_98_best",
                                "precision_at_95",
                                "ece",
                                "query_ms_p50",
                                "query_ms_p99",
                                "train_s",
                                "memory_mb"})
            QVERIFY2(json.value(QLatin1String(key)).isDouble(), key);
        QCOMPARE(json.value(u"questions"_qs).toInt(), 4 * 4 + 2);
        QCOMPARE(json.value(u"oos_questions"_qs).toInt(), 2);
        QVERIFY(json.value(u"accuracy"_qs).toDouble() > 0.9);
        QVERIFY(json.value(u"memory_mb"_qs).toDouble() > 1);
        QVERIFY2(ran.err.contains(u"matching by words alone"_qs), qPrintable(ran.err));
    }

    void shouldSayTheSameEveryTime() {
        const QJsonObject one = evaluate({u"--json"_qs, u"--shots"_qs, u"3"_qs, u"--seeds"_qs, u"2"_qs}).json();
        const QJsonObject two = evaluate({u"--json"_qs, u"--shots"_qs, u"3"_qs, u"--seeds"_qs, u"2"_qs}).json();
        QCOMPARE(one.value(u"seeds"_qs).toInt(), 2);
        QCOMPARE(one.value(u"train_rows"_qs).toInt(), 12);
        QVERIFY(one.value(u"accuracy_sd"_qs).isDouble());
        for (const char *key : {"accuracy", "coverage_at_95", "ece", "bar_at_95"})
            QCOMPARE(one.value(QLatin1String(key)), two.value(QLatin1String(key)));
    }

    void shouldTakeTheColumnsInAnyOrder() {
        QByteArray turned = "id;category;text\n";
        const auto lines = rows(0, 8).split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const auto fields = line.split(',');
            if (fields.size() == 2)
                turned += "7;" + fields[1] + ';' + fields[0] + '\n';
        }
        m_program.write(u"turned.csv"_qs, "\xEF\xBB\xBF" + turned);
        const QStringList others = {u"--test"_qs, file("test.csv"), u"--json"_qs};
        const Ran ran = m_program.run(QStringList{u"evaluate"_qs, u"--train"_qs, file("turned.csv")} + others);
        QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
        QCOMPARE(ran.json().value(u"accuracy"_qs), evaluate({u"--json"_qs}).json().value(u"accuracy"_qs));
    }

    void shouldRefuseWhatIsNoTraining_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << u"is empty. Give a CSV file with the columns text,category."_qs;
        QTest::newRow("header alone") << QByteArray("text,category\n") << u"has a header but no row"_qs;
        QTest::newRow("no header") << QByteArray("where is my box,parcel\n")
                                   << u"does not name the columns text,category"_qs;
        QTest::newRow("one category") << QByteArray("text,category\na box,parcel\nmy box,parcel\n")
                                      << u"has one category only (\"parcel\")"_qs;
        QTest::newRow("a quote left open")
            << QByteArray("text,category\n\"a box,parcel\nmy box,parcel\n") << u"a quote is opened and never closed"_qs;
    }
    void shouldRefuseWhatIsNoTraining() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        m_program.write(u"odd.csv"_qs, bytes);
        const Ran ran = m_program.run({u"evaluate"_qs, u"--train"_qs, file("odd.csv"), u"--test"_qs, file("test.csv")});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(sentence), qPrintable(ran.err));
        QVERIFY(ran.out.isEmpty());
    }

    void shouldSayWhatIsOddAndGoOn_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a category with one row")
            << QByteArray("is the shop open on sunday,hours\n") << u"1 categories have a single text"_qs;
        QTest::newRow("one text in two categories")
            << QByteArray("where is my parcel 1,refund\n") << u"1 texts stand in more than one category"_qs;
        QTest::newRow("the same row twice")
            << QByteArray("where is my parcel 1,parcel\n") << u"1 rows stand there twice"_qs;
        QTest::newRow("no letter") << QByteArray("?! ...,parcel\n") << u"1 texts have no letter or digit"_qs;
        QTest::newRow("another script") << QByteArray("\xE7\xAE\xB1\xE3\x81\xAF\xE3\x81\xA9\xE3\x81\x93,parcel\n")
                                        << u"are not in Latin letters"_qs;
        QTest::newRow("ten thousand words") << QByteArray("parcel ").repeated(10000) + ",parcel\n"
                                            << u"only the first 4000 characters are read"_qs;
        QTest::newRow("a row cut short") << QByteArray("only a text\n") << u"1 rows lack a text or a category"_qs;
    }
    void shouldSayWhatIsOddAndGoOn() {
        QFETCH(QByteArray, more);
        QFETCH(QString, sentence);
        m_program.write(u"odd.csv"_qs, rows(0, 8) + more);
        const Ran ran = m_program.run(
            {u"evaluate"_qs, u"--train"_qs, file("odd.csv"), u"--test"_qs, file("test.csv"), u"--json"_qs});
        QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
        QVERIFY2(ran.err.contains(sentence), qPrintable(ran.err));
        QVERIFY(ran.json().value(u"accuracy"_qs).toDouble() > 0.5);
    }

    void shouldRefuseAWrongCall_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("code");
        const QString train = file("train.csv");
        QTest::newRow("nothing") << QStringList{u"evaluate"_qs} << u"Give --train FILE.csv and --test"_qs << 2;
        QTest::newRow("no shots") << QStringList{u"evaluate"_qs, u"--train"_qs, train,  u"--test"_qs,
                                                 train,          u"--shots"_qs, u"0"_qs}
                                  << u"--shots needs a whole number from 1"_qs << 2;
        QTest::newRow("no such file") << QStringList{u"evaluate"_qs, u"--train"_qs, file("none.csv"), u"--test"_qs,
                                                     train}
                                      << u"cannot be read"_qs << 1;
        QTest::newRow("no such encoder") << QStringList{u"evaluate"_qs, u"--train"_qs,   train,       u"--test"_qs,
                                                        train,          u"--encoder"_qs, u"nobody"_qs}
                                         << u"There is no encoder \"nobody\""_qs << 1;
        QTest::newRow("no stream") << QStringList{u"simulate"_qs} << u"Give --stream FILE.csv"_qs << 2;
        QTest::newRow("no share") << QStringList{u"simulate"_qs, u"--stream"_qs, train, u"--target"_qs, u"95"_qs}
                                  << u"--target needs a share from 0 to 1"_qs << 2;
        m_program.write(u"single.csv"_qs, rows(0, 1));
        QTest::newRow("nothing left to ask")
            << QStringList{u"simulate"_qs, u"--stream"_qs, file("single.csv"), u"--start"_qs, u"one"_qs}
            << u"nothing of"_qs << 1;
        QTest::newRow("no start") << QStringList{u"simulate"_qs, u"--stream"_qs, train, u"--start"_qs, u"full"_qs}
                                  << u"--start is empty or one"_qs << 2;
    }
    void shouldRefuseAWrongCall() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        const Ran ran = m_program.run(arguments);
        QVERIFY2(ran.err.contains(sentence), qPrintable(ran.err));
        QTEST(ran.exitCode, "code");
    }

    void shouldHaveNoFigureForWhatWasNotAsked() {
        // GIVEN a test in which no question has an answer
        m_program.write(u"unknown.csv"_qs, "text,category\nwho won the cup final,sport\n");
        const QJsonObject json = m_program
                                     .run({u"evaluate"_qs, u"--train"_qs, file("train.csv"), u"--test"_qs,
                                           file("unknown.csv"), u"--json"_qs})
                                     .json();
        // THEN nothing is said of what needs one, and of answers where none was given
        for (const char *key :
             {"accuracy", "top3", "in_scope_accuracy", "auroc", "fpr95", "cosine_accuracy", "precision_at_98"})
            QVERIFY2(json.value(QLatin1String(key)).isNull(), key);
        QCOMPARE(json.value(u"oos_recall"_qs).toDouble(), 1.0);
    }

    void shouldDocumentItsKeys() {
        const Ran ran = m_program.run({u"evaluate"_qs, u"--help"_qs});
        QCOMPARE(ran.exitCode, 0);
        for (const char *key : {"accuracy", "coverage_at_95_best", "query_ms_p99", "memory_mb", "--out-of-scope"})
            QVERIFY2(ran.out.contains(QLatin1String(key)), key);
    }

    void shouldSimulateADeskThatLearns() {
        const QStringList arguments = {u"simulate"_qs,       u"--stream"_qs,      file("train.csv"),
                                       u"--out-of-scope"_qs, file("outside.csv"), u"--json"_qs};
        const Ran ran = m_program.run(arguments);
        QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
        const QJsonObject json = ran.json();
        QCOMPARE(json[u"overall"_qs][u"questions"_qs].toInt(), 4 * 8 + 2);
        QCOMPARE(json[u"overall"_qs][u"oos_questions"_qs].toInt(), 2);
        QCOMPARE(json.value(u"windows"_qs).toArray().size(), 1);
        // every category became an article, and only its own questions are its phrasings
        QCOMPARE(json.value(u"articles"_qs).toInt(), 4);
        QVERIFY(json.value(u"phrasings"_qs).toInt() >= 4 && json.value(u"phrasings"_qs).toInt() <= 4 * 8);
        QVERIFY(json[u"overall"_qs][u"answered"_qs].toDouble() > 0);
        QVERIFY(json[u"overall"_qs][u"precision"_qs].toDouble() > 0.6);
        QCOMPARE(m_program.run(arguments).json(), json);
        // and a desk that starts with one question a category has these four less to be asked
        const QJsonObject one = m_program.run(arguments + QStringList{u"--start"_qs, u"one"_qs}).json();
        QCOMPARE(one[u"overall"_qs][u"questions"_qs].toInt(), 4 * 7 + 2);
        QCOMPARE(one.value(u"articles"_qs).toInt(), 4);
    }

  private:
    QString file(const char *name) const { return m_program.path(QLatin1String(name)); }
    Ran evaluate(const QStringList &more) const {
        return m_program.run(
            QStringList{u"evaluate"_qs, u"--train"_qs, file("train.csv"), u"--test"_qs, file("test.csv")} + more);
    }
    //! Four topics that share hardly a word.
    static QByteArray rows(int from, int to) {
        QByteArray csv = "text,category\n";
        for (int i = from; i < to; ++i) {
            const QByteArray number = QByteArray::number(i);
            csv += "where is my parcel " + number + ",parcel\n" + "I want a refund of order " + number + ",refund\n" +
                   "password " + number + " does not let me log in,password\n" + "card number " + number +
                   " was declined by the bank,card\n";
        }
        return csv;
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(EvaluateTest)
#include "evaluate_test.moc"
