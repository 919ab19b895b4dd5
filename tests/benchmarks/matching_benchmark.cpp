// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How well the matcher does on the sample knowledge and the untuned fixtures, and how long it takes on larger
//! knowledge. usage: matching_benchmark [words]
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/gaussianmatcher.h"
#include "tests/support/knowledgefixture.h"
#include "tests/support/memoryderivedstore.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTextStream>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>

using namespace relaydesk;

namespace {

constexpr double bar = 0.60;

double chance(const MatchReport &report, qsizetype rank) {
    return calibratedProbability(report.base + report.candidates[rank].logOdds);
}

QString titleOf(const QVector<Article> &articles, ArticleId id) {
    const auto found = std::find_if(articles.begin(), articles.end(), [id](const Article &a) { return a.id == id; });
    return found == articles.end() ? QString() : found->title;
}

QString shown(const QVector<Article> &articles, const MatchReport &report) {
    QStringList parts;
    for (qsizetype rank = 0; rank < report.candidates.size(); ++rank)
        parts << QStringLiteral("%1 [%2, P %3, s %4, cos %5]")
                     .arg(chance(report, rank) >= bar ? QStringLiteral("+") : QStringLiteral("-"),
                          titleOf(articles, report.candidates[rank].article))
                     .arg(chance(report, rank), 0, 'f', 2)
                     .arg(report.candidates[rank].score, 0, 'f', 2)
                     .arg(report.candidates[rank].similarity, 0, 'f', 2);
    return parts.join(u' ') + (report.ambiguous ? QStringLiteral(" AMBIGUOUS") : QString());
}

void measureFixtures(QTextStream &out, const GaussianMatcher &matcher, const QVector<Article> &articles) {
    int first = 0;
    int three = 0;
    int answered = 0;
    int wrong = 0;
    const auto paraphrases = fixtureRows("tests/data/known_paraphrases.csv");
    for (const QStringList &row : paraphrases) {
        const MatchReport report = matcher.match(row[0], 3).value();
        const bool right = titleOf(articles, report.candidates[0].article) == row[1];
        first += right;
        three += std::any_of(report.candidates.begin(), report.candidates.end(),
                             [&](const Candidate &c) { return titleOf(articles, c.article) == row[1]; });
        answered += right && chance(report, 0) >= bar && !report.ambiguous;
        wrong += !right && chance(report, 0) >= bar && !report.ambiguous;
    }
    int left = 0;
    const auto unknown = fixtureRows("tests/data/unknown_questions.csv");
    for (const QStringList &row : unknown)
        left += chance(matcher.match(row[0], 1).value(), 0) < bar;
    out << "known paraphrases: " << paraphrases.size() << ", right first " << first << ", right among three " << three
        << ", answered rightly " << answered << ", wrongly " << wrong << "\nunknown questions: " << unknown.size()
        << ", below the bar " << left << '\n';
}

void showLearning(QTextStream &out, GaussianMatcher &matcher, QVector<Article> articles) {
    Article learned;
    learned.id = ArticleId{articles.size() + 1};
    learned.title = u"I was charged twice for my subscription"_qs;
    for (
        const QString &answer :
        {u"I can see both charges on your account. The second one was a mistake on our side and I have refunded it in full. It reaches your card in 3 to 5 working days."_qs,
         u"I've found the duplicate payment and refunded it. You'll see it in 3 to 5 working days."_qs,
         u"You were billed twice because of an error on our side. I have refunded the extra charge; it takes 3 to 5 working days to reach your card."_qs,
         u"Sorry about that. I refunded the second payment today, it should arrive within a week."_qs,
         u"I have checked your account and one of the two payments was taken by mistake. It is on its way back to you."_qs,
         u"I have refunded the extra amount to your card."_qs}) {
        learned.answer = answer;
        if (!matcher.update(learned))
            return;
        out << "\nlearned: " << answer << '\n';
        for (const QString &question :
             {u"My account shows duplicate charges"_qs, u"I got billed two times this month"_qs, u"double payment"_qs,
              u"you took my money twice"_qs, u"You charged me 2x for the same plan"_qs,
              u"Where do I see what I was charged?"_qs, u"Can I have my money back?"_qs,
              u"you charged the wrong sum"_qs, u"What is this charge?"_qs, u"How long does a refund take?"_qs,
              u"the amount on my card is too high"_qs})
            out << "  " << question << " -> "
                << shown(articles + QVector<Article>{learned}, matcher.match(question, 2).value()) << '\n';
    }
}

double threadMilliseconds() {
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

//! 1,000 articles of four phrasings and the title: the sample's own texts, each with two words changed at random.
QVector<Article> largeKnowledge(const QVector<Article> &sample, int count) {
    std::mt19937 random(1);
    QStringList words;
    for (const Article &article : sample)
        words << article.answer.simplified().split(u' ');
    const auto varied = [&](QString text) {
        QStringList parts = text.split(u' ');
        for (int i = 0; i < 2; ++i)
            parts[qsizetype(random() % size_t(parts.size()))] = words[qsizetype(random() % size_t(words.size()))];
        return parts.join(u' ');
    };
    QVector<Article> articles;
    for (qint64 id = 1; id <= count; ++id) {
        Article article = sample[qsizetype(random() % size_t(sample.size()))];
        article.id = ArticleId{id};
        article.title = varied(article.title);
        article.phrasings.resize(4);
        for (Phrasing &phrasing : article.phrasings)
            phrasing.text = varied(phrasing.text.isEmpty() ? article.title : phrasing.text);
        articles << article;
    }
    return articles;
}

//! Any directions in no time: what a start takes does not depend on where vectors point.
class MadeUpEncoder : public SentenceEncoder {
  public:
    QString name() const override { return QStringLiteral("made up"); }
    int dimensions() const override { return 384; }
    std::vector<float> encode(const QString &text) const override {
        std::minstd_rand random(static_cast<unsigned>(qHash(text)));
        std::vector<float> vector(384);
        double square = 0;
        for (float &value : vector) {
            value = float(random() % 2001) - 1000;
            square += double(value) * double(value);
        }
        for (float &value : vector)
            value /= float(std::sqrt(square));
        return vector;
    }
};

//! A start of the program over the vectors of an earlier one, with nothing in memory.
void measureStart(QTextStream &out, const QVector<Article> &articles) {
    MemoryDerivedStore store;
    if (!GaussianMatcher(std::make_unique<MadeUpEncoder>(), store).rebuild(articles))
        return;
    GaussianMatcher matcher(std::make_unique<MadeUpEncoder>(), store);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    if (!matcher.rebuild(articles))
        return;
    const qint64 taken = timer.elapsed();
    const double busy = double(std::clock() - before) * 1000 / CLOCKS_PER_SEC;
    const int some = 2000;
    out << "start with " << articles.size() << " articles, " << matcher.texts().size()
        << " texts, kept vectors: " << taken << " ms, " << busy << " ms of processor time";
    auto opened = BertEncoder::open(encoderFolder());
    if (!opened)
        return;
    timer.restart();
    (*opened)->encodeAll(matcher.texts().mid(0, some));
    out << "; to encode all of them anew would take "
        << double(timer.elapsed()) * double(matcher.texts().size()) / some / 1000 << " s\n";
}

void measureTime(QTextStream &out, GaussianMatcher &matcher, const QVector<Article> &articles) {
    QElapsedTimer timer;
    timer.start();
    if (!matcher.rebuild(articles))
        return;
    out << "\n1,000 articles, 5,000 phrasings: first build " << timer.restart() << " ms";
    if (!matcher.rebuild(articles))
        return;
    out << ", again with nothing changed " << timer.elapsed() << " ms\n";
    std::vector<double> times;
    for (const QStringList &row : fixtureRows("tests/data/known_paraphrases.csv")) {
        const double start = threadMilliseconds();
        const auto report = matcher.match(row[0], 3);
        times.push_back(threadMilliseconds() - start);
    }
    std::sort(times.begin(), times.end());
    Article learned = articles[500];
    learned.phrasings << Phrasing{{}, u"a phrasing nobody used before"_qs};
    timer.restart();
    if (!matcher.update(learned))
        return;
    out << "question (encoding included, this thread's processor time): p50 " << times[times.size() / 2] << " ms, max "
        << times.back() << " ms; a phrasing learned in " << timer.elapsed() << " ms\n";
}

//! How long nothing is answered while knowledge or encoder change, of which all encoding was done before.
void measurePauses(QTextStream &out, GaussianMatcher &matcher, QVector<Article> articles, DerivedStore &store) {
    QElapsedTimer timer;
    articles[500].answer = articles[501].answer; // its sentences are known
    articles[502].phrasings.clear();
    articles.removeAt(700);
    timer.start();
    if (!matcher.rebuild(articles))
        return;
    out << "pauses: everything read again after an edit, a shorter article and a deleted one " << timer.elapsed()
        << " ms";
    timer.restart();
    if (!matcher.update(articles[600]))
        return;
    out << "; one article " << double(timer.nsecsElapsed()) / 1e6 << " ms";
    auto opened = BertEncoder::open(encoderFolder());
    if (!opened || !matcher.vectors())
        return;
    const auto fresh = std::make_shared<VectorCache>(std::move(*opened), store);
    const qsizetype missing = fresh->missing(matcher.texts()).size();
    timer.restart();
    if (!matcher.adopt(fresh))
        return;
    out << "; another encoder, with " << missing << " texts left to encode " << timer.elapsed() << " ms\n";
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    std::unique_ptr<SentenceEncoder> encoder;
    if (!application.arguments().contains(u"words"_qs)) {
        auto opened = BertEncoder::open(encoderFolder());
        if (!opened) {
            out << opened.error().sentence << '\n';
            return 77;
        }
        encoder = std::move(*opened);
    }
    MemoryDerivedStore store;
    GaussianMatcher matcher(std::move(encoder), store);
    const QVector<Article> articles = sampleKnowledge();
    if (!matcher.rebuild(articles))
        return 1;
    out << articles.size() << " articles of the sample\n";
    measureFixtures(out, matcher, articles);
    showLearning(out, matcher, articles);
    out.flush();
    const QVector<Article> large = largeKnowledge(articles, 1000);
    measureTime(out, matcher, large);
    measurePauses(out, matcher, large, store);
    measureStart(out, largeKnowledge(articles, 10000));
    return 0;
}
