// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The arithmetic of an evaluation, against figures worked out by hand.
#include "app/matching/evaluationdata.h"
#include "app/matching/evaluationfigures.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class EvaluationFiguresTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCountWhatIsRight() {
        const EvaluationFigures figures =
            figuresOf({in(0.9, true), in(0.8, false, true), in(0.7, false), in(0.6, true), out(0.1)});
        QCOMPARE(figures.questions, 5);
        QCOMPARE(figures.outside, 1);
        QCOMPARE(figures.accuracy, 0.5);
        QCOMPARE(figures.top3, 0.75);
    }

    void shouldTellScopesApart_data() {
        QTest::addColumn<QVector<JudgedQuestion>>("questions");
        QTest::addColumn<double>("auroc");
        QTest::addColumn<double>("fpr95");
        QTest::newRow("cleanly") << QVector<JudgedQuestion>{in(0.9, true), in(0.8, true), out(0.3), out(0.2)} << 1.0
                                 << 0.0;
        QTest::newRow("the wrong way round")
            << QVector<JudgedQuestion>{in(0.1, true), out(0.3), out(0.2)} << 0.0 << 1.0;
        QTest::newRow("not at all: ties are half")
            << QVector<JudgedQuestion>{in(0.5, true), in(0.5, true), out(0.5), out(0.5)} << 0.5 << 1.0;
        QTest::newRow("mostly") << QVector<JudgedQuestion>{in(0.9, true), in(0.4, true), out(0.5), out(0.2)} << 0.75
                                << 0.5;
        QTest::newRow("nothing outside") << QVector<JudgedQuestion>{in(0.9, true)} << 0.5 << 0.0;
    }
    void shouldTellScopesApart() {
        QFETCH(QVector<JudgedQuestion>, questions);
        const EvaluationFigures figures = figuresOf(questions);
        QCOMPARE(figures.byChance.auroc, figures.byScore.auroc);
        QCOMPARE(figures.byChance.fpr95, figures.byScore.fpr95);
        QTEST(figures.byScore.auroc, "auroc");
        QTEST(figures.byScore.fpr95, "fpr95");
    }

    void shouldTellAKnownQuestionFromASureAnswer() {
        // GIVEN a question that is well known, but two articles could answer it
        JudgedQuestion torn = in(0.5, false);
        torn.score = 0.9;
        const EvaluationFigures figures = figuresOf({in(0.9, true), torn, out(0.6)});
        QCOMPARE(figures.byScore.auroc, 1.0);
        QCOMPARE(figures.byScore.fpr95, 0.0);
        QCOMPARE(figures.byChance.auroc, 0.5);
        QCOMPARE(figures.byChance.fpr95, 1.0);
    }

    void shouldMeasureHowFarItIsOff() {
        // two at .8 of which one was right, two at .25 of which none was: (|1.6 - 1| + |.5 - 0|) / 4
        const EvaluationFigures figures = figuresOf({in(0.8, true), in(0.8, false), in(0.25, false), in(0.25, false)});
        QVERIFY(qAbs(figures.ece - 0.275) < 1e-12);
    }

    void shouldFindTheBestBar() {
        const QVector<JudgedQuestion> questions = {in(0.9, true), in(0.8, true), in(0.7, false), in(0.6, true),
                                                   out(0.5)};
        const Coverage best = bestCoverage(questions, 0.75);
        QCOMPARE(best.answered, 0.8);
        QCOMPARE(best.precision, 0.75);
        QCOMPARE(best.bar, 0.6);
        QCOMPARE(bestCoverage(questions, 0.98).answered, 0.4);
        // equal chances are answered together or not at all
        QCOMPARE(bestCoverage({in(0.9, true), in(0.9, false)}, 0.95).answered, 0.0);
    }

    void shouldChooseABarByWhatTheChancesPromise() {
        // the mean of .99, .97 and .93 is .963; with .9 it is .9475
        const QVector<JudgedQuestion> questions = {in(0.99, true), in(0.97, true), in(0.93, false), in(0.9, true)};
        QCOMPARE(chosenBar(questions, 0.95), 0.93);
        QVERIFY(chosenBar(questions, 0.99) > 1);
        QVERIFY(chosenBar({}, 0.95) > 1);
        // what is torn between two articles is handed over whatever the bar: it says nothing of those that go out
        JudgedQuestion torn = in(0.94, false);
        torn.ambiguous = true;
        QCOMPARE(chosenBar({in(0.99, true), torn, in(0.93, true)}, 0.95), 0.93);
        // never below a half, whatever is wanted
        QCOMPARE(chosenBar({in(0.9, true), in(0.6, true), in(0.4, true)}, 0.1), 0.6);
    }

    void shouldHandOverWhatIsAmbiguous() {
        JudgedQuestion torn = in(0.9, true);
        torn.ambiguous = true;
        const Coverage coverage = coverageAt({torn, in(0.8, true), in(0.7, false), out(0.3)}, 0.6);
        QCOMPARE(coverage.answered, 0.5);
        QCOMPARE(coverage.precision, 0.5);
        const ScopeFigures scope = scopeAt({torn, in(0.8, true), in(0.7, false), out(0.3), out(0.7)}, 0.6);
        QCOMPARE(scope.inScopeAccuracy, 1.0 / 3);
        QCOMPARE(scope.outsideRecall, 0.5);
    }

    void shouldHaveFiguresForNothing() {
        const EvaluationFigures figures = figuresOf({});
        QCOMPARE(figures.accuracy, 0.0);
        QCOMPARE(figures.ece, 0.0);
        QCOMPARE(coverageAt({}, 0.5).precision, 1.0);
        QCOMPARE(bestCoverage({}, 0.9).answered, 0.0);
        QCOMPARE(percentile({}, 0.5), 0.0);
        QCOMPARE(percentile({3, 1, 2}, 0.5), 2.0);
        QCOMPARE(percentile({3, 1, 2}, 0.99), 3.0);
    }

    void shouldCutThePracticeFromTheTraining() {
        // GIVEN 14 categories of ten texts and one with a single text
        QVector<LabelledText> train = {{u"alone"_qs, u"z"_qs}};
        for (int category = 0; category < 14; ++category)
            for (int text = 0; text < 10; ++text)
                train << LabelledText{QStringLiteral("text %1 of %2").arg(text).arg(category),
                                      QString(QChar('a' + category))};
        // THEN a fifth is asked, what is asked is not known, and nothing of the single text is
        const EvaluationDesk desk = practiceDesk(train, 0, 1);
        QCOMPARE(desk.articles.size(), 15);
        QCOMPARE(desk.questions.size(), 28);
        QSet<QString> known;
        for (const Article &article : desk.articles) {
            known.insert(article.title);
            for (const Phrasing &phrasing : article.phrasings)
                known.insert(phrasing.text);
        }
        QCOMPARE(known.size(), 141 - 28);
        QVERIFY(known.contains(u"alone"_qs));
        for (const EvaluationQuestion &question : desk.questions)
            QVERIFY(question.right.isValid() && !known.contains(question.text));
        // and where some questions have no answer, two categories are left out and asked so that it is a quarter
        const EvaluationDesk mixed = practiceDesk(train, 0.25, 1);
        QCOMPARE(mixed.articles.size(), 13);
        const auto outside =
            std::count_if(mixed.questions.begin(), mixed.questions.end(),
                          [](const EvaluationQuestion &question) { return !question.right.isValid(); });
        QVERIFY(qAbs(double(outside) / double(mixed.questions.size()) - 0.25) < 0.02);
        // the same every time, and articles are numbered alike
        QCOMPARE(practiceDesk(train, 0.25, 1).articles, mixed.articles);
        const EvaluationDesk whole =
            deskOf({train, {{u"text"_qs, u"b"_qs}, {u"other"_qs, u"unheard of"_qs}}, {u"far"_qs}});
        QCOMPARE(whole.articles.size(), 15);
        QCOMPARE(whole.questions[0].right, whole.articles[1].id);
        QVERIFY(!whole.questions[1].right.isValid() && !whole.questions[2].right.isValid());
        for (const Article &article : mixed.articles)
            QVERIFY(whole.articles[article.id.value - 1].title.endsWith(article.title.right(2)));
    }

    void shouldDrawSoManyTextsACategory() {
        QVector<LabelledText> train;
        for (int i = 0; i < 20; ++i)
            train << LabelledText{QString::number(i), i < 3 ? u"few"_qs : u"many"_qs};
        const auto one = drawn(train, 5, 1);
        QCOMPARE(one.size(), 3 + 5);
        QCOMPARE(drawn(train, 5, 1), one);
        QVERIFY(drawn(train, 5, 2) != one);
    }

  private:
    static JudgedQuestion in(double chance, bool right, bool amongThree = false) {
        return {.chance = chance, .score = chance, .inScope = true, .right = right, .amongThree = right || amongThree};
    }
    static JudgedQuestion out(double chance) { return {.chance = chance, .score = chance, .inScope = false}; }
};

QTEST_GUILESS_MAIN(EvaluationFiguresTest)
#include "evaluationfigures_test.moc"
