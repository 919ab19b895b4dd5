// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How often the matcher's first article is right when each category of Banking77 is an article of few phrasings:
//! learned from and asked with texts of the training part alone (what is not learned is asked). usage: fewshot FOLDER
//! (without | answers) (semantic | words)
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/gaussianmatcher.h"
#include "tests/support/memoryderivedstore.h"
#include "tests/tools/rememberingencoder.h"
#include "tests/tools/trainingtexts.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>
#include <algorithm>
#include <random>

namespace relaydesk {

namespace {

struct Split {
    QVector<Article> articles;
    QVector<std::pair<QString, ArticleId>> questions;
};

Split split(const QHash<QString, QStringList> &categories, int shots, bool answered, unsigned seed) {
    const QHash<QString, QString> answers = simulatedAnswers();
    std::mt19937 random(seed);
    QStringList names = categories.keys();
    names.sort();
    Split result;
    for (const QString &name : names) {
        QStringList texts = categories[name];
        std::shuffle(texts.begin(), texts.end(), random);
        const auto known = std::min<qsizetype>(shots, texts.size() - 10);
        Article article;
        article.id = ArticleId{result.articles.size() + 1};
        article.title = texts[0];
        article.answer = answered ? answers.value(name) : QString();
        for (qsizetype i = 1; i < known; ++i)
            article.phrasings << Phrasing{{}, texts[i]};
        for (qsizetype i = known; i < texts.size(); ++i)
            result.questions.emplace_back(texts[i], article.id);
        result.articles << article;
    }
    std::shuffle(result.questions.begin(), result.questions.end(), random);
    result.questions.resize(2000);
    return result;
}

int run(const QStringList &arguments) {
    QTextStream out(stdout);
    const auto categories = textsByCategory(arguments.value(1) + QStringLiteral("/banking77/train.csv"));
    std::unique_ptr<SentenceEncoder> encoder;
    if (arguments.value(3) != QLatin1String("words")) {
        auto opened = BertEncoder::open(encoderFolder());
        if (!opened || categories.isEmpty()) {
            QTextStream(stderr) << (opened ? QStringLiteral("nothing to read") : opened.error().sentence) << '\n';
            return 2;
        }
        QStringList texts;
        for (const QStringList &some : categories)
            texts << some;
        encoder = std::make_unique<RememberingEncoder>(std::move(*opened), texts);
    }
    MemoryDerivedStore store;
    GaussianMatcher matcher(std::move(encoder), store);
    for (const int shots : {1, 5, 10, 110}) {
        out << shots << " phrasings an article: right first, right among three (%)";
        for (unsigned seed = 0; seed < 3; ++seed) {
            const Split data = split(categories, shots, arguments.value(2) == QLatin1String("answers"), seed);
            if (!matcher.rebuild(data.articles))
                return 1;
            int first = 0;
            int three = 0;
            for (const auto &[text, right] : data.questions) {
                const auto report = matcher.match(text, 3);
                for (qsizetype rank = 0; report && rank < report->candidates.size(); ++rank) {
                    const bool hit = report->candidates[rank].article == right;
                    first += hit && rank == 0;
                    three += hit;
                }
            }
            out << "  " << first / 20.0 << ' ' << three / 20.0;
        }
        out << '\n';
        out.flush();
    }
    return 0;
}

} // namespace

} // namespace relaydesk

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return relaydesk::run(application.arguments());
}
