// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/replyengine.h"
#include "models/desk/confidencesum.h"
#include "models/desk/logodds.h"
#include "models/desk/prompt.h"
#include "models/desk/promptorders.h"
#include "models/desk/wording.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int sourcesShown = 5;
constexpr int farthestPick = 20; //!< candidates among which a picked article is looked for

//! Why the stored answer does not go out, or nothing where it does.
std::optional<HandoffReason> objectionTo(const Verdict &verdict, bool ambiguous) {
    const QVector<Source> &sources = verdict.sources;
    if (sources.isEmpty() || sources.first().score < ReplyEngine::floorForModel)
        return wording::missingKnowledge(verdict.question, sources);
    if (ambiguous && sources.size() > 1)
        return wording::ambiguous(sources[0].title, sources[1].title);
    if (verdict.confidence.score < verdict.bar)
        return wording::lowConfidence(verdict.confidence.score, verdict.bar);
    return std::nullopt;
}

HandoffReason objectionTo(const CheckedAnswer &checked, const Verdict &verdict) {
    HandoffReason reason = wording::lowConfidence(verdict.confidence.score, verdict.bar);
    if (checked.breaksRule())
        return wording::ruleForbids(checked.findings().join(u' '));
    if (verdict.confidence.score >= verdict.bar)
        return wording::checksFailed(checked.findings().join(u' '));
    if (!checked.passed())
        reason.sentence += u' ' + checked.findings().join(u' ');
    return reason;
}

double probabilityOf(const Candidate &candidate, const MatchReport &report) {
    return sigmoid(report.base + candidate.logOdds);
}

const Candidate *candidateFor(ArticleId article, const MatchReport &report) {
    const auto found = std::find_if(report.candidates.begin(), report.candidates.end(),
                                    [&](const Candidate &candidate) { return candidate.article == article; });
    return found == report.candidates.end() ? nullptr : &*found;
}

} // namespace

Article withoutPoison(Article article) {
    article.title = withoutOrders(article.title);
    article.answer = withoutOrders(article.answer);
    return article;
}

Consultation ReplyEngine::consult(const QString &question, const Standard &standard,
                                  const AssistantRules &rules) const {
    Consultation result;
    result.asked.rules = rules;
    result.weights = standard.written;
    Verdict &verdict = result.verdict;
    verdict.question = question;
    verdict.bar = standard.bar.value;
    verdict.ground = standard.bar.ground;
    const auto report = m_knowledge.match(question, sourcesShown);
    if (!report) {
        verdict.handoff = wording::matcherFailed(report.error().sentence);
        return result;
    }
    for (const Candidate &candidate : report->candidates) {
        const auto article = m_knowledge.known(candidate.article);
        if (!article)
            continue;
        verdict.sources.append({article->id, article->title, candidate.similarity});
        if (result.likely.size() < mostChoices)
            result.likely.append({{article->id, article->title}, probabilityOf(candidate, *report)});
        if (result.asked.articles.size() < articlesForModel && candidate.similarity >= floorForModel) {
            result.asked.articles.append(withoutPoison(*article));
            result.asked.closeness.append(candidate.similarity);
        }
    }
    if (!verdict.sources.isEmpty()) {
        const Article best = *m_knowledge.known(verdict.sources.first().article);
        verdict.confidence = confidenceIn(best, *report, standard.weights);
        verdict.features = candidateFor(best.id, *report)->features;
        verdict.article = best.id;
        verdict.draft = best.answer;
    } else {
        verdict.confidence = confidenceOf({.base = report->base, .answer = {}, .history = {}, .grounding = {}});
    }
    verdict.handoff = objectionTo(verdict, report->ambiguous);
    if (!verdict.handoff)
        verdict.answer = std::exchange(verdict.draft, {});
    else if (!result.asked.articles.isEmpty())
        prepareRequest(result);
    return result;
}

//! A message that gives orders is never shown to the model: what the articles alone say of it stands.
void ReplyEngine::prepareRequest(Consultation &result) const {
    Verdict &verdict = result.verdict;
    if (givesOrders(verdict.question)) {
        verdict.handoff->sentence += u' ' + wording::givesOrders();
        return;
    }
    result.asked.question = result.asked.redaction.redacted(verdict.question);
    result.request = promptFor(result.asked.question, result.asked.articles, result.asked.rules);
}

Confidence ReplyEngine::confidenceIn(const Article &article, const MatchReport &report,
                                     const SmallWeights &weights) const {
    const Candidate *candidate = candidateFor(article.id, report);
    if (!candidate)
        return {};
    return confidenceOf({.base = report.base,
                         .similarityLogOdds = candidate->logOdds,
                         .similarity = candidate->similarity,
                         .answer = article.answer,
                         .history = m_knowledge.history(article.id),
                         .grounding = {}},
                        weights);
}

std::optional<Verdict> ReplyEngine::answerWith(ArticleId id, const QString &question, const Standard &standard) const {
    const auto article = m_knowledge.known(id);
    if (!article)
        return std::nullopt;
    Verdict verdict{.question = question,
                    .answer = article->answer,
                    .article = id,
                    .bar = standard.bar.value,
                    .ground = standard.bar.ground,
                    .picked = true};
    const auto report = m_knowledge.match(question, farthestPick);
    if (report)
        verdict.confidence = confidenceIn(*article, *report, standard.weights);
    const Candidate *candidate = report ? candidateFor(id, *report) : nullptr;
    verdict.sources = {{id, article->title, candidate ? candidate->similarity : 0}};
    return verdict;
}

Verdict ReplyEngine::askingBack(const Consultation &asked, const Verdict &verdict) {
    const auto &reason = asked.verdict.handoff;
    const bool isUnsure = reason && (reason->category == HandoffCategory::LowConfidence ||
                                     reason->category == HandoffCategory::Ambiguous);
    if (!verdict.handoff || !isUnsure || asked.verdict.confidence.score < likelyEnough)
        return verdict;
    Verdict back = verdict;
    back.choices = choicesFrom(asked.likely);
    if (!back.choices.isEmpty())
        back.handoff.reset();
    return back;
}

Verdict ReplyEngine::judge(const Consultation &asked, const Result<ModelReply> &reply) const {
    Verdict verdict = asked.verdict;
    if (!reply) {
        verdict.handoff = wording::modelFailed(reply.error().sentence);
        return verdict;
    }
    const CheckedAnswer checked = checkedAnswer(reply->text, asked.asked);
    if (checked.refused) {
        verdict.handoff = wording::missingKnowledge(verdict.question, verdict.sources);
        return verdict;
    }
    verdict = written(verdict, checked, reply->model, asked.weights);
    verdict.handoff.reset();
    if (verdict.confidence.score < verdict.bar || !checked.passed()) {
        verdict.handoff = objectionTo(checked, verdict);
        if (!reply->note.isEmpty())
            verdict.handoff->sentence += u' ' + reply->note;
    } else {
        verdict.answer = std::exchange(verdict.draft, {});
    }
    return verdict;
}

Verdict ReplyEngine::written(const Verdict &about, const CheckedAnswer &checked, const QString &model,
                             const WrittenWeights &weights) const {
    Verdict verdict = about;
    const auto closest =
        std::max_element(verdict.sources.begin(), verdict.sources.end(),
                         [](const Source &one, const Source &other) { return one.score < other.score; });
    verdict.written = true;
    verdict.model = model;
    verdict.draft = checked.answer;
    QStringList failed;
    for (const AnswerCheck &check : checked.checks) {
        if (!check.passed && check.name != QLatin1String("grounding"))
            failed += check.name;
    }
    verdict.confidence = confidenceOf({.similarity = closest->score,
                                       .answer = checked.answer,
                                       .history = m_knowledge.history(closest->article),
                                       .grounding = checked.grounding,
                                       .failedChecks = failed},
                                      {}, weights);
    verdict.article = {};
    verdict.features.clear();
    return verdict;
}

} // namespace relaydesk
