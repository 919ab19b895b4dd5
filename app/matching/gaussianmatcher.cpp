// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/gaussianmatcher.h"
#include "app/matching/answersentences.h"
#include "app/matching/clauses.h"
#include "app/matching/lexicalbackground.h"
#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QCoreApplication>
#include <QtCore/QDebug>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace relaydesk {

namespace {

constexpr double clearEnough = 0.60;      //!< an article is a good answer on its own from here on
constexpr double leastAnswered = 0.50;    //!< no bar stands lower
constexpr double clearlyPreferred = 0.70; //!< to the second article, as the order has it
constexpr int fewPhrasings = 2;           //!< an article known by so few is not known well
constexpr double clearlyAnother = 0.25;   //!< a clause is a question of its own from here on
constexpr double wordForWord = 2.95;      //!< log-odds of a question that is known word for word: 0.95
constexpr int enoughOutcomes = 50;        //!< for probabilities fitted on them to need no bound besides

QString said(const char *text) { return QCoreApplication::translate("GaussianMatcher", text); }

KnownText knownText(const QString &text, TextKind kind) {
    KnownText known;
    known.text = text;
    known.folded = lexicalTokens(text).join(u' ');
    known.kind = kind;
    known.point.lexical = lexicalVector(text, LexicalBackground::shipped());
    return known;
}

//! The title and the phrasings, as far as they are read.
QStringList phrasingsOf(const Article &article) {
    QStringList phrasings = {article.title.left(GaussianMatcher::questionLimit)};
    for (const Phrasing &phrasing : article.phrasings)
        phrasings << phrasing.text.left(GaussianMatcher::questionLimit);
    phrasings.removeIf([](const QString &phrasing) { return phrasing.trimmed().isEmpty(); });
    return phrasings;
}

using Texts = std::vector<std::pair<QString, TextKind>>;

//! The phrasings, then the sentences of the answer.
Texts textsOf(const Article &article) {
    Texts texts;
    for (const QString &phrasing : phrasingsOf(article))
        texts.emplace_back(phrasing, TextKind::Phrasing);
    for (const QString &sentence : answerSentences(article.answer))
        texts.emplace_back(sentence, TextKind::Sentence);
    return texts;
}

KnownArticle knownArticle(const Texts &texts) {
    KnownArticle known;
    for (const auto &[text, kind] : texts) {
        known.texts.push_back(knownText(text, kind));
        known.phrasings += kind == TextKind::Phrasing ? 1 : 0;
    }
    return known;
}

bool isMadeOf(const KnownArticle &known, const Texts &texts) {
    return std::equal(known.texts.begin(), known.texts.end(), texts.begin(), texts.end(),
                      [](const KnownText &a, const auto &b) { return a.text == b.first && a.kind == b.second; });
}

//! The places of the articles, best first: word for word, then by rank, then by nearness.
std::vector<size_t> ranked(const Calibrator &calibrator, const GaussianEvidence &evidence) {
    std::vector<double> ranks;
    for (const ArticleEvidence &article : evidence.articles)
        ranks.push_back(articleRank(calibrator, article));
    std::vector<size_t> order(evidence.articles.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const bool exactA = evidence.articles[a].exact;
        const bool exactB = evidence.articles[b].exact;
        if (exactA != exactB)
            return exactA;
        return ranks[a] != ranks[b] ? ranks[a] > ranks[b] : a < b;
    });
    return order;
}

//! As if the article at `rival` were not known.
double probabilityWithout(const Calibrator &calibrator, const GaussianEvidence &evidence, size_t place, size_t rival) {
    const CalibrationRivals rivals = calibrationRivals(calibrator, evidence, place, rival);
    const CalibrationFeatures features = calibrationFeatures(calibrator, evidence, evidence.articles[place], rivals);
    return calibratedProbability(calibrator.base + calibratedLogOdds(calibrator, features));
}

//! Either of the first two would do if the other were not there, but together neither stands out: the first is not
//! clear enough, or the order prefers it by less than `clearlyPreferred` (a conditional logit of two).
bool tooClose(const Calibrator &calibrator, const GaussianEvidence &evidence, const std::vector<size_t> &order) {
    if (order.size() < 2)
        return false;
    if (evidence.articles[order[1]].exact)
        return true;
    if (evidence.articles[order[0]].exact)
        return false;
    const double margin =
        articleRank(calibrator, evidence.articles[order[0]]) - articleRank(calibrator, evidence.articles[order[1]]);
    const bool stands = calibratedProbability(margin) >= clearlyPreferred &&
                        probabilityWithout(calibrator, evidence, order[0], order[0]) >= clearEnough;
    return !stands && probabilityWithout(calibrator, evidence, order[0], order[1]) >= clearEnough &&
           probabilityWithout(calibrator, evidence, order[1], order[0]) >= clearEnough;
}

//! Whether a clause asks for another article than `article`, were it asked alone.
bool asksForAnother(const Calibrator &calibrator, const GaussianEvidence &clause, ArticleId article) {
    const std::vector<size_t> order = ranked(calibrator, clause);
    const auto own = std::find_if(order.begin(), order.end(),
                                  [&](size_t place) { return clause.articles[place].article == article; });
    if (own == order.begin() || own == order.end())
        return false;
    const double margin =
        articleRank(calibrator, clause.articles[order[0]]) - articleRank(calibrator, clause.articles[*own]);
    return calibratedProbability(margin) >= clearlyPreferred &&
           probabilityWithout(calibrator, clause, order[0], order[0]) >= clearlyAnother;
}

//! Each article is judged as if it was the one to be offered; taken together the first three may seem likelier than
//! one. But a question asks for one article: what their probabilities are to be divided by.
double excess(const Calibrator &calibrator, const GaussianEvidence &evidence, const std::vector<size_t> &order) {
    double sum = 0;
    for (size_t rank = 0; rank < std::min<size_t>(3, order.size()); ++rank) {
        if (evidence.articles[order[rank]].exact)
            return 1;
        sum += probabilityWithout(calibrator, evidence, order[rank], order[rank]);
    }
    return std::max(1.0, sum);
}

//! ln(P / (1 - P)) of a probability with these log-odds, divided.
double dividedLogOdds(double logOdds, double divisor) {
    if (divisor <= 1)
        return logOdds;
    const double part = calibratedProbability(logOdds) / divisor;
    return std::log(part / (1 - part));
}

} // namespace

GaussianMatcher::GaussianMatcher(std::unique_ptr<SentenceEncoder> encoder, DerivedStore &store,
                                 const QString &whyWithout)
    : m_vectors(encoder ? std::make_shared<VectorCache>(std::move(encoder), store) : nullptr)
    , m_whyWithout(whyWithout) {
    if (m_vectors)
        m_fits.setEncoder(m_vectors->encoder().name());
}

GaussianMatcher::~GaussianMatcher() = default;

Result<MatchReport> GaussianMatcher::match(const QString &question, int most) const {
    const KnownText point = pointOf(question.left(questionLimit));
    if (point.folded.isEmpty())
        return report({}, most);
    const KeptReports::Asked asked{point.text, point.point.vector, most};
    if (const auto known = m_reports.find(asked))
        return *known;
    const GaussianEvidence whole = gaussianEvidence(point, m_knowledge, m_kernel);
    MatchReport made = report(whole, most);
    made.ambiguous = made.ambiguous || hidesAnother(question, whole);
    m_reports.keep(asked, made);
    return made;
}

//! "I was charged although I cancelled" is near "I was charged twice", and yet about something else. What many
//! phrasings tell apart by themselves, an article of one or two cannot: there each clause is heard alone.
bool GaussianMatcher::hidesAnother(const QString &question, const GaussianEvidence &whole) const {
    const Calibrator &calibrator = fit().calibrator;
    if (whole.articles.size() < 2 || !isSemantic())
        return false;
    const size_t first = ranked(calibrator, whole).front();
    const ArticleEvidence &article = whole.articles[first];
    if (article.exact || article.phrasings > fewPhrasings ||
        probabilityWithout(calibrator, whole, first, first) < leastAnswered)
        return false;
    const QStringList clauses = clausesOf(question.left(questionLimit));
    return std::any_of(clauses.begin(), clauses.end(), [&](const QString &clause) {
        return asksForAnother(calibrator, evidence(clause), article.article);
    });
}

GaussianEvidence GaussianMatcher::evidence(const QString &question) const {
    const KnownText point = pointOf(question.left(questionLimit));
    return point.folded.isEmpty() ? GaussianEvidence() : gaussianEvidence(point, m_knowledge, m_kernel);
}

void GaussianMatcher::foresee(const QString &question) const {
    const QString text = question.left(questionLimit);
    const auto cache = vectors();
    if (cache && !m_isWaiting && !m_unsound && !lexicalTokens(text).isEmpty())
        cache->encoded(text);
}

std::shared_ptr<VectorCache> GaussianMatcher::vectors() const {
    const QMutexLocker lock(&m_mutex);
    return m_vectors;
}

KnownText GaussianMatcher::pointOf(const QString &question) const {
    KnownText point = knownText(question, TextKind::Phrasing);
    if (point.folded.isEmpty() || !isSemantic())
        return point;
    point.point.setVector(m_vectors->encoded(point.text));
    if (point.point.vector.isEmpty()) {
        qWarning("The sentence encoder %s gave no vector for a question: matching by words alone",
                 qUtf8Printable(m_vectors->encoder().name()));
        m_unsound = true;
    }
    return point;
}

MatchReport GaussianMatcher::report(const GaussianEvidence &evidence, int most) const {
    const Calibrator &calibrator = fit().calibrator;
    const std::vector<size_t> order = ranked(calibrator, evidence);
    MatchReport report;
    report.base = calibrator.base;
    report.ambiguous = tooClose(calibrator, evidence, order);
    const double divisor = fit().used >= enoughOutcomes ? 1 : excess(calibrator, evidence, order);
    for (size_t rank = 0; rank < order.size() && report.candidates.size() < static_cast<qsizetype>(most); ++rank) {
        const ArticleEvidence &article = evidence.articles[order[rank]];
        const CalibrationFeatures features = calibrationFeatures(
            calibrator, evidence, article, calibrationRivals(calibrator, evidence, order[rank], order[rank]));
        Candidate candidate;
        candidate.article = article.article;
        candidate.phrasing = article.nearest ? article.nearest->text : QString();
        candidate.similarity = isSemantic() ? article.cosine : article.lexical;
        candidate.score = article.score;
        candidate.logOdds =
            dividedLogOdds(calibrator.base + calibratedLogOdds(calibrator, features), divisor) - calibrator.base;
        if (article.exact && !report.ambiguous)
            candidate.logOdds = std::max(candidate.logOdds, wordForWord - calibrator.base);
        candidate.features = m_fits.marked(features);
        report.candidates << candidate;
    }
    return report;
}

//! An article whose texts are as they were is taken over as it is: a change of one costs what that one costs.
Result<void> GaussianMatcher::rebuild(const QVector<Article> &articles) {
    m_unsound = false;
    m_isWaiting = false;
    m_reports.forget();
    GaussianKnowledge before = std::exchange(m_knowledge, {});
    struct Known {
        const Article *article;
        KnownArticle known;
    };
    std::vector<Known> live;
    for (const Article &article : articles) {
        if (article.status == ArticleStatus::Live)
            live.push_back({&article, {}});
    }
    QtConcurrent::blockingMap(live, [&before](Known &one) {
        const Texts texts = textsOf(*one.article);
        const auto known = before.find(one.article->id);
        const bool isSame = known != before.end() && isMadeOf(known->second, texts);
        one.known = isSame ? std::move(known->second) : knownArticle(texts);
    });
    std::vector<KnownArticle *> all;
    for (Known &one : live)
        all.push_back(&(m_knowledge[one.article->id] = std::move(one.known)));
    m_isWaiting = m_vectors && m_vectors->missing(texts()).size() > m_patience;
    if (!m_isWaiting)
        addVectors(all, true);
    return {};
}

Result<void> GaussianMatcher::update(const Article &article) {
    m_reports.forget();
    m_knowledge.erase(article.id);
    if (article.status != ArticleStatus::Live)
        return {};
    KnownArticle &fresh = m_knowledge[article.id] = knownArticle(textsOf(article));
    addVectors({&fresh}, false);
    return {};
}

QStringList GaussianMatcher::encodedTexts(const QVector<Article> &articles) {
    QStringList texts;
    for (const Article &article : articles)
        texts << phrasingsOf(article) << answerSentences(article.answer);
    return texts;
}

QStringList GaussianMatcher::texts() const {
    QStringList texts;
    for (const auto &[id, article] : m_knowledge) {
        for (const KnownText &text : article.texts)
            texts << text.text;
    }
    return texts;
}

Result<void> GaussianMatcher::adopt(std::shared_ptr<VectorCache> fresh) {
    const QVector<QByteArray> vectors = fresh->vectors(texts(), true);
    if (vectors.contains(QByteArray()))
        return failure(ErrorKind::Invalid, said("The encoder %1 gives no vector for a text of the knowledge. The desk "
                                                "goes on with the one it has.")
                                               .arg(fresh->encoder().name()));
    auto vector = vectors.begin();
    for (auto &[id, article] : m_knowledge) {
        for (KnownText &text : article.texts)
            text.point.setVector(*vector++);
    }
    m_reports.forget();
    m_fits.setEncoder(fresh->encoder().name());
    const QMutexLocker lock(&m_mutex);
    m_vectors = std::move(fresh);
    m_isWaiting = false;
    m_unsound = false;
    return {};
}

void GaussianMatcher::addVectors(const std::vector<KnownArticle *> &articles, bool only) {
    if (!m_vectors || m_isWaiting)
        return;
    QStringList texts;
    for (const KnownArticle *article : articles) {
        for (const KnownText &text : article->texts)
            texts << text.text;
    }
    const QVector<QByteArray> vectors = m_vectors->vectors(texts, only);
    auto vector = vectors.begin();
    for (KnownArticle *article : articles) {
        for (KnownText &text : article->texts)
            text.point.setVector(*vector++);
    }
    if (!vectors.contains(QByteArray()) || m_unsound)
        return;
    qWarning("The sentence encoder %s gave no vector for a known text: matching by words alone",
             qUtf8Printable(m_vectors->encoder().name()));
    m_unsound = true;
}

Result<int> GaussianMatcher::calibrate(const QVector<CalibrationCase> &cases) {
    m_reports.forget();
    return m_fits.fitTo(cases);
}

std::optional<double> GaussianMatcher::logOdds(const QVector<double> &features) const {
    return m_fits.logOdds(features);
}

QString GaussianMatcher::limitation() const {
    if (m_unsound)
        return said("Semantic matching is off: the sentence encoder gave values that are not numbers. Questions are "
                    "matched by their words alone; check the encoder's files and start again.");
    if (m_isWaiting)
        return said("A part of the knowledge is not encoded yet. Questions are matched by their words alone until it "
                    "is.");
    if (m_vectors)
        return {};
    QString why = m_whyWithout.isEmpty() ? said("the sentence encoder's files were not found") : m_whyWithout;
    if (why.endsWith(u'.'))
        why.chop(1);
    return said("Semantic matching is off: %1. Questions are matched by their words alone.").arg(why);
}

} // namespace relaydesk
