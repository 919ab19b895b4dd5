// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/evaluatereport.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <cmath>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EvaluateReport", text); }

enum class Unit { Share, Number, Milliseconds };

//! A figure: its key, what it means, and where it stands. Not a number: there is none.
struct Column {
    const char *key;
    QString meaning;
    Unit unit;
    double (*value)(const EvaluationResult &);
};

double only(bool there, double value) { return there ? value : std::nan(""); }

bool hasInside(const EvaluationResult &run) { return run.figures.questions > run.figures.outside; }
bool hasBoth(const EvaluationResult &run) { return run.figures.outside > 0 && hasInside(run); }

template <size_t Place>
double answered(const EvaluationResult &run) {
    return run.chosen.at(Place).answered;
}
template <size_t Place>
double precision(const EvaluationResult &run) {
    return only(run.chosen.at(Place).answered > 0, run.chosen.at(Place).precision);
}
template <size_t Place>
double bar(const EvaluationResult &run) {
    return run.chosen.at(Place).bar;
}
template <size_t Place>
double best(const EvaluationResult &run) {
    return run.best.at(Place).answered;
}

QVector<Column> qualityColumns() {
    return {
        {"accuracy", tr("right article first, of the questions in scope"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasInside(run), run.figures.accuracy); }},
        {"top3", tr("right article among the first three, of these"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasInside(run), run.figures.top3); }},
        {"in_scope_accuracy", tr("in scope, answered and rightly, at bar_at_95"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasInside(run), run.scope.inScopeAccuracy); }},
        {"oos_recall", tr("out of scope and not answered, at bar_at_95"), Unit::Share,
         [](const EvaluationResult &run) { return only(run.figures.outside > 0, run.scope.outsideRecall); }},
        {"auroc", tr("the classifier's score tells in scope from out of scope"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.figures.byScore.auroc); }},
        {"fpr95", tr("out of scope above the score that 95 % of those in scope reach"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.figures.byScore.fpr95); }},
        {"auroc_by_confidence", tr("the same as auroc, of the confidence that the answer is right"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.figures.byChance.auroc); }},
        {"fpr95_by_confidence", tr("the same as fpr95, of that confidence"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.figures.byChance.fpr95); }},
        {"ece", tr("expected calibration error, ten bins"), Unit::Number,
         [](const EvaluationResult &run) { return run.figures.ece; }},
    };
}

QVector<Column> coverageColumns() {
    return {
        {"coverage_at_90", tr("answered, of all, with the bar chosen in practice for 90 % precision"), Unit::Share,
         answered<0>},
        {"coverage_at_95", tr("the same for 95 %"), Unit::Share, answered<1>},
        {"coverage_at_98", tr("the same for 98 %"), Unit::Share, answered<2>},
        {"precision_at_90", tr("right, of those answered at that bar"), Unit::Share, precision<0>},
        {"precision_at_95", tr("the same for 95 %"), Unit::Share, precision<1>},
        {"precision_at_98", tr("the same for 98 %"), Unit::Share, precision<2>},
        {"bar_at_90", tr("that bar, a confidence; above 1: none was good enough"), Unit::Number, bar<0>},
        {"bar_at_95", tr("the same for 95 %"), Unit::Number, bar<1>},
        {"bar_at_98", tr("the same for 98 %"), Unit::Number, bar<2>},
        {"coverage_at_90_best", tr("answered with the best bar there is for this test"), Unit::Share, best<0>},
        {"coverage_at_95_best", tr("the same for 95 %"), Unit::Share, best<1>},
        {"coverage_at_98_best", tr("the same for 98 %"), Unit::Share, best<2>},
    };
}

QVector<Column> timeColumns() {
    return {
        {"encode_ms_p50", tr("a text into its vector, one thread"), Unit::Milliseconds,
         [](const EvaluationResult &run) {
             return only(!run.times.encode.isEmpty(), percentile(run.times.encode, 0.5));
         }},
        {"query_ms_p50", tr("a question, encoding included, one thread"), Unit::Milliseconds,
         [](const EvaluationResult &run) {
             return only(!run.times.query.isEmpty(), percentile(run.times.query, 0.5));
         }},
        {"query_ms_p99", tr("the same, 99 of 100"), Unit::Milliseconds,
         [](const EvaluationResult &run) {
             return only(!run.times.query.isEmpty(), percentile(run.times.query, 0.99));
         }},
        {"throughput_per_s", tr("distinct questions a second on all cores"), Unit::Number,
         [](const EvaluationResult &run) { return only(run.perSecond > 0, run.perSecond); }},
        {"train_s", tr("seconds for practice, calibration and learning everything"), Unit::Number,
         [](const EvaluationResult &run) { return run.trainSeconds; }},
        {"build_s", tr("seconds of that for learning everything, where practice has encoded most"), Unit::Number,
         [](const EvaluationResult &run) { return run.buildSeconds; }},
        {"practised", tr("questions of the training that the confidence was fitted on"), Unit::Number,
         [](const EvaluationResult &run) { return double(run.practised); }},
    };
}

QVector<Column> cosineColumns() {
    return {
        {"cosine_accuracy", tr("the nearest phrasing's article is right, of the questions in scope"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasInside(run), run.byCosine.accuracy); }},
        {"cosine_auroc", tr("the same as auroc, of its cosine"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.byCosine.byScore.auroc); }},
        {"cosine_fpr95", tr("the same as fpr95, of its cosine"), Unit::Share,
         [](const EvaluationResult &run) { return only(hasBoth(run), run.byCosine.byScore.fpr95); }},
        {"cosine_coverage_at_95", tr("the same as coverage_at_95_best, of its cosine"), Unit::Share,
         [](const EvaluationResult &run) { return run.bestByCosine.at(1).answered; }},
        {"cosine_coverage_at_98", tr("the same as coverage_at_98_best, of its cosine"), Unit::Share,
         [](const EvaluationResult &run) { return run.bestByCosine.at(2).answered; }},
    };
}

QVector<Column> columns() { return qualityColumns() + coverageColumns() + cosineColumns() + timeColumns(); }

//! Over the runs that have it.
double mean(const QVector<EvaluationResult> &runs, double (*value)(const EvaluationResult &)) {
    double sum = 0;
    int count = 0;
    for (const EvaluationResult &run : runs) {
        if (const double one = value(run); std::isfinite(one)) {
            sum += one;
            ++count;
        }
    }
    return count > 0 ? sum / count : std::nan("");
}

double deviation(const QVector<EvaluationResult> &runs, double (*value)(const EvaluationResult &)) {
    const double middle = mean(runs, value);
    double sum = 0;
    for (const EvaluationResult &run : runs)
        sum += (value(run) - middle) * (value(run) - middle);
    return runs.size() > 1 ? std::sqrt(sum / double(runs.size() - 1)) : 0;
}

QString shown(double value, Unit unit) {
    if (!std::isfinite(value))
        return QStringLiteral("\u2013");
    if (unit == Unit::Share)
        return QString::number(100 * value, 'f', 1) + QStringLiteral(" %");
    return QString::number(value, 'f', unit == Unit::Number ? 3 : 1) +
           (unit == Unit::Milliseconds ? QStringLiteral(" ms") : QString());
}

} // namespace

QJsonObject evaluationJson(const EvaluationReport &report) {
    QJsonObject object{{QStringLiteral("encoder"), report.encoder},
                       {QStringLiteral("train_rows"), report.trainRows},
                       {QStringLiteral("categories"), report.categories},
                       {QStringLiteral("shots"), report.shots},
                       {QStringLiteral("seeds"), report.runs.size()},
                       {QStringLiteral("questions"), report.runs.first().figures.questions},
                       {QStringLiteral("oos_questions"), report.runs.first().figures.outside},
                       {QStringLiteral("memory_mb"), report.memoryMb},
                       {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)}};
    const QVector<Column> all = columns();
    for (const Column &column : all) {
        const double value = mean(report.runs, column.value);
        object.insert(QLatin1String(column.key), std::isfinite(value) ? QJsonValue(value) : QJsonValue());
    }
    if (report.runs.size() > 1) {
        object.insert(QStringLiteral("accuracy_sd"), deviation(report.runs, all[0].value));
        object.insert(QStringLiteral("top3_sd"), deviation(report.runs, all[1].value));
    }
    return object;
}

void printEvaluation(QTextStream &out, const EvaluationReport &report) {
    const EvaluationFigures &figures = report.runs.first().figures;
    out << tr("%1 categories, %2 texts learned from, %3 questions asked (%4 of them out of scope), encoder %5, %6 runs")
               .arg(report.categories)
               .arg(report.trainRows)
               .arg(figures.questions)
               .arg(figures.outside)
               .arg(report.encoder)
               .arg(report.runs.size())
        << '\n';
    for (const Column &column : columns())
        out << "  " << QLatin1String(column.key).toString().leftJustified(22)
            << shown(mean(report.runs, column.value), column.unit).rightJustified(9) << "  " << column.meaning << '\n';
    if (report.runs.size() > 1)
        out << "  " << QStringLiteral("accuracy_sd").leftJustified(22)
            << shown(deviation(report.runs, columns().first().value), Unit::Share).rightJustified(9) << "  "
            << tr("how far the runs lie apart") << '\n';
    out << "  " << QStringLiteral("memory_mb").leftJustified(22)
        << QString::number(report.memoryMb, 'f', 0).rightJustified(9) << "  "
        << tr("of this program, the encoder's mapped weights included") << Qt::endl;
}

QString evaluationKeys() {
    QString keys;
    for (const Column &column : columns())
        keys += QStringLiteral("  %1 %2\n").arg(QLatin1String(column.key).toString().leftJustified(21), column.meaning);
    return keys +
           QStringLiteral("  %1 %2\n")
               .arg(QStringLiteral("memory_mb").leftJustified(21),
                    tr("resident memory of this program, the encoder's mapped weights included")) +
           tr("Also encoder, train_rows, categories, shots, seeds, questions, oos_questions, remarks; with several "
              "seeds\nfigures are means, and accuracy_sd and top3_sd say how far the runs lie apart. What there is no "
              "figure for is null.");
}

} // namespace relaydesk
