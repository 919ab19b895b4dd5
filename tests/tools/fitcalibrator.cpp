// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Fits the calibrator on simulated help desks and writes app/matching/calibratorweights.cpp; run by
//! script/fit-calibrator. usage: fitcalibrator FOLDER DESKS FILE
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/gaussianmatcher.h"
#include "app/matching/logisticfit.h"
#include "tests/support/memoryderivedstore.h"
#include "tests/tools/choicefit.h"
#include "tests/tools/rememberingencoder.h"
#include "tests/tools/simulateddesks.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTextStream>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr int folds = 5;
constexpr double bar = 0.60; //!< what the desk answers from

struct Asked {
    int desk = 0;
    ArticleId right; //!< invalid: out of scope
    GaussianEvidence evidence;
};

//! Keeps the articles that could come first: there are thousands of questions.
GaussianEvidence trimmed(GaussianEvidence evidence) {
    constexpr size_t most = 16;
    std::sort(evidence.articles.begin(), evidence.articles.end(), [](const auto &a, const auto &b) {
        return a.score + a.cosine / 2 + a.lexical / 4 > b.score + b.cosine / 2 + b.lexical / 4;
    });
    if (evidence.articles.size() > most)
        evidence.articles.resize(most);
    return evidence;
}

std::vector<Asked> askAll(SimulatedDesks &desks, int count, std::unique_ptr<SentenceEncoder> encoder) {
    MemoryDerivedStore store;
    GaussianMatcher matcher(std::move(encoder), store);
    std::vector<Asked> all;
    for (int number = 0; number < count; ++number) {
        const SimulatedDesk desk = desks.desk(static_cast<unsigned>(number));
        if (!matcher.rebuild(desk.articles))
            return {};
        for (const SimulatedQuestion &question : desk.questions)
            if (GaussianEvidence evidence = matcher.evidence(question.text); !evidence.articles.empty())
                all.push_back({number, question.right, trimmed(std::move(evidence))});
    }
    return all;
}

void fitRank(Calibrator &calibrator, const std::vector<Asked> &questions, int leftOut) {
    std::vector<ChoiceCase> choices;
    for (const Asked &asked : questions) {
        const auto &articles = asked.evidence.articles;
        const auto right = std::find_if(articles.begin(), articles.end(),
                                        [&](const ArticleEvidence &article) { return article.article == asked.right; });
        if (asked.desk % folds == leftOut || right == articles.end())
            continue;
        ChoiceCase choice{Eigen::MatrixXd(articles.size(), rankValueCount), right - articles.begin()};
        for (size_t i = 0; i < articles.size(); ++i) {
            const RankValues values = rankValues(articles[i]);
            choice.values.row(static_cast<Eigen::Index>(i)) =
                Eigen::Map<const Eigen::RowVectorXd>(values.data(), rankValueCount);
        }
        choices.push_back(choice);
    }
    const Eigen::VectorXd weights = fitChoice(choices, 0.1);
    std::copy(weights.begin(), weights.end(), calibrator.rank.begin());
}

size_t first(const Calibrator &calibrator, const GaussianEvidence &evidence) {
    size_t best = 0;
    for (size_t i = 1; i < evidence.articles.size(); ++i) {
        if (articleRank(calibrator, evidence.articles[i]) > articleRank(calibrator, evidence.articles[best]))
            best = i;
    }
    return best;
}

//! One row a question: the features of the article that comes first, 1 for the constant, and whether it was right.
Eigen::MatrixXd rows(const Calibrator &calibrator, const std::vector<Asked> &questions) {
    Eigen::MatrixXd table(questions.size(), calibrationFeatureCount + 2);
    for (size_t i = 0; i < questions.size(); ++i) {
        const GaussianEvidence &evidence = questions[i].evidence;
        const size_t place = first(calibrator, evidence);
        const auto features = calibrationFeatures(calibrator, evidence, evidence.articles[place],
                                                  calibrationRivals(calibrator, evidence, place, place));
        for (size_t j = 0; j < features.size(); ++j)
            table(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = features.at(j);
        table(static_cast<Eigen::Index>(i), calibrationFeatureCount) = 1;
        table(static_cast<Eigen::Index>(i), calibrationFeatureCount + 1) =
            evidence.articles[place].article == questions[i].right ? 1 : 0;
    }
    return table;
}

//! Fitted on all desks but those of one fold (-1: on all).
Calibrator fitted(const std::vector<Asked> &questions, int leftOut) {
    Calibrator calibrator{};
    fitRank(calibrator, questions, leftOut);
    std::vector<Asked> kept;
    std::copy_if(questions.begin(), questions.end(), std::back_inserter(kept),
                 [leftOut](const Asked &asked) { return asked.desk % folds != leftOut; });
    const Eigen::MatrixXd table = rows(calibrator, kept);
    constexpr auto size = static_cast<Eigen::Index>(calibrationFeatureCount + 1);
    LogisticPrior prior{Eigen::VectorXd::Zero(size), Eigen::VectorXd::Constant(size, 4)};
    prior.precision[size - 1] = 1e-3; // the constant's
    const Eigen::VectorXd weights =
        fitLogistic({table.leftCols(size), Eigen::VectorXd::Zero(table.rows()), table.col(size)}, prior);
    std::copy_n(weights.begin(), calibrationFeatureCount, calibrator.weights.begin());
    calibrator.base = weights[calibrationFeatureCount];
    return calibrator;
}

//! Cross-validated by desk: what the shipped weights promise for desks they were not fitted on.
void printQuality(QTextStream &out, const std::vector<Asked> &questions) {
    std::vector<std::pair<double, bool>> outcomes;
    double right = 0;
    double inScope = 0;
    for (int fold = 0; fold < folds; ++fold) {
        const Calibrator calibrator = fitted(questions, fold);
        std::vector<Asked> held;
        std::copy_if(questions.begin(), questions.end(), std::back_inserter(held),
                     [fold](const Asked &asked) { return asked.desk % folds == fold; });
        const Eigen::MatrixXd table = rows(calibrator, held);
        for (size_t i = 0; i < held.size(); ++i) {
            const auto row = table.row(static_cast<Eigen::Index>(i));
            double logit = calibrator.base;
            for (size_t j = 0; j < calibrationFeatureCount; ++j)
                logit += calibrator.weights.at(j) * row[static_cast<Eigen::Index>(j)];
            const bool good = row[calibrationFeatureCount + 1] > 0;
            outcomes.emplace_back(calibratedProbability(logit), good);
            inScope += held[i].right.isValid() ? 1 : 0;
            right += good ? 1 : 0;
        }
    }
    double loss = 0;
    std::array<std::array<double, 3>, 10> bins{};
    double answered = 0;
    double answeredRight = 0;
    for (const auto &[chance, good] : outcomes) {
        loss -= std::log(good ? chance : 1 - chance);
        auto &bin = bins.at(std::min<size_t>(9, static_cast<size_t>(chance * 10)));
        bin[0] += 1;
        bin[1] += chance;
        bin[2] += good ? 1 : 0;
        answered += chance >= bar ? 1 : 0;
        answeredRight += chance >= bar && good ? 1 : 0;
    }
    out << "questions " << outcomes.size() << ", in scope " << inScope << ", first right of these " << right / inScope
        << ", log loss " << loss / static_cast<double>(outcomes.size()) << ", at the bar: answered "
        << answered / static_cast<double>(outcomes.size()) << ", right of these " << answeredRight / answered << '\n';
    for (const auto &bin : bins)
        out << "  said " << bin[1] / bin[0] << " came true " << bin[2] / bin[0] << " of " << bin[0] << '\n';
    out.flush();
}

void write(QTextStream &file, const char *name, const Calibrator &calibrator) {
    const auto list = [&file](const auto &values) {
        file << "{";
        for (size_t i = 0; i < values.size(); ++i)
            file << (i ? ", " : "") << QString::number(values.at(i), 'f', 4);
        file << "}";
    };
    file << "const Calibrator " << name << " = {";
    list(calibrator.rank);
    file << ", ";
    list(calibrator.weights);
    file << ", " << QString::number(calibrator.base, 'f', 4) << "};\n";
}

int run(const QStringList &arguments) {
    QTextStream out(stdout);
    auto opened = BertEncoder::open(encoderFolder());
    if (arguments.size() < 4 || !opened) {
        QTextStream(stderr) << (opened ? QStringLiteral("usage: fitcalibrator FOLDER DESKS FILE")
                                       : opened.error().sentence)
                            << '\n';
        return 2;
    }
    SimulatedDesks desks(arguments[1]);
    const int count = arguments[2].toInt();
    auto encoder = std::make_unique<RememberingEncoder>(std::move(*opened), desks.texts());
    const std::vector<Asked> semantic = askAll(desks, count, std::move(encoder));
    out << "with sentence vectors: ";
    printQuality(out, semantic);
    const std::vector<Asked> words = askAll(desks, count, nullptr);
    out << "words alone: ";
    printQuality(out, words);
    QFile file(arguments[3]);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    QTextStream source(&file);
    source << "// SPDX-FileCopyrightText: 2026 The Relaydesk authors\n// SPDX-License-Identifier: MIT\n"
           << "// Written by script/fit-calibrator; not to be edited by hand.\n"
           << "#include \"app/matching/calibrator.h\"\n\nnamespace relaydesk {\n\n";
    write(source, "semanticCalibrator", fitted(semantic, -1));
    write(source, "lexicalCalibrator", fitted(words, -1));
    source << "\n} // namespace relaydesk\n";
    return 0;
}

} // namespace

} // namespace relaydesk

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return relaydesk::run(application.arguments());
}
