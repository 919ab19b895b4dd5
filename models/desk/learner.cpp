// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/learner.h"
#include "models/desk/answertext.h"
#include "models/desk/customerintent.h"
#include "models/desk/words.h"
#include <QtCore/QCoreApplication>
#include <cmath>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Learner", text); }

constexpr double sameAnswer = 0.85;    //!< word overlap from which an answer counts as the article's own
constexpr double changedAnswer = 0.45; //!< … as the article's, improved
constexpr qsizetype fewestWords = 5;
constexpr double nearEnough = 0.97; //!< calibrated probability that a question is the article's own

QString plain(const QString &text) { return wordsOf(text).join(u' '); }

//! "Within 30 minutes" and "within 60 minutes" are two answers, however alike.
QSet<QString> numbersOf(const QString &text) {
    QStringList words = wordsOf(text);
    words.removeIf([](const QString &word) { return !word.at(0).isDigit(); });
    return QSet<QString>(words.begin(), words.end());
}

bool holds(const Article &article, const QString &question) {
    if (plain(article.title) == plain(question))
        return true;
    return std::any_of(article.phrasings.begin(), article.phrasings.end(),
                       [&](const Phrasing &phrasing) { return plain(phrasing.text) == plain(question); });
}

} // namespace

double likeness(const QString &known, const QString &answer) {
    const QStringList a = wordsOf(known);
    const QStringList b = wordsOf(answer);
    return overlap(QSet<QString>(a.begin(), a.end()), QSet<QString>(b.begin(), b.end()));
}

Kinship kinshipOf(const QString &known, const QString &answer) {
    const double alike = likeness(known, answer);
    if (alike >= sameAnswer && numbersOf(known) == numbersOf(answer))
        return Kinship::Same;
    return alike >= changedAnswer ? Kinship::Changed : Kinship::Other;
}

QString titleFrom(const QString &question) {
    const QStringList sentences = sentencesOf(question);
    QString title = (sentences.isEmpty() ? question : sentences.first()).simplified();
    if (title.endsWith(u'.'))
        title.chop(1);
    if (title.size() <= 120)
        return title;
    const qsizetype end = title.at(118).isHighSurrogate() ? 118 : 119;
    return title.left(end).trimmed() + QChar(0x2026);
}

QString teachingAnswer(const QStringList &replies) {
    QString best;
    for (const QString &reply : replies) {
        const bool asksBack = reply.trimmed().endsWith(u'?');
        if (!asksBack && wordsOf(reply).size() >= wordsOf(best).size())
            best = reply;
    }
    return best;
}

//! The article that holds this question or title already, else one the verdict looked at that answers alike.
std::optional<Article> Learner::holderOf(const Proposal &proposal, const QVector<Source> &sources) const {
    for (const QString &wanted : {proposal.question, proposal.title}) {
        for (const Article &article : m_knowledge.live()) {
            if (holds(article, wanted))
                return article;
        }
    }
    for (const Source &source : sources) {
        const auto article = m_knowledge.known(source.article);
        if (article && kinshipOf(article->answer, proposal.answer) != Kinship::Other)
            return article;
    }
    return std::nullopt;
}

//! The article whose question this is in other words: calibrated for each encoder, as the matcher's probabilities are.
std::optional<Article> Learner::nearOne(const QString &question) const {
    const auto report = m_knowledge.match(question, 1);
    if (!report || report->candidates.isEmpty() || report->ambiguous)
        return std::nullopt;
    const double logOdds = report->base + report->candidates.first().logOdds;
    return logOdds >= std::log(nearEnough / (1 - nearEnough)) ? m_knowledge.known(report->candidates.first().article)
                                                              : std::nullopt;
}

std::optional<Proposal> Learner::propose(const Lesson &lesson) const {
    const CleanedText answer = cleanLesson(lesson.answer, lesson.facts);
    if (wordsOf(answer.text).isEmpty())
        return std::nullopt;
    Proposal proposal;
    proposal.ticket = lesson.ticket;
    proposal.agent = lesson.agent;
    proposal.question = cleanLesson(lesson.question, lesson.facts).text;
    proposal.title = titleFrom(proposal.question);
    proposal.answer = answer.text;
    proposal.original = lesson.answer;
    proposal.removals = answer.removals;
    auto holder = holderOf(proposal, lesson.sources);
    if (!holder)
        holder = nearOne(proposal.question);
    if (holder) {
        const bool same = kinshipOf(holder->answer, answer.text) == Kinship::Same;
        if (same && holds(*holder, proposal.question))
            return std::nullopt;
        proposal.kind = same ? LessonKind::FurtherPhrasing : LessonKind::BetterAnswer;
        proposal.article = holder->id;
        proposal.versionBefore = holder->version;
        proposal.title = holder->title;
    }
    proposal.objection = objectionTo(proposal);
    return proposal;
}

std::optional<Proposal> Learner::proposePhrasing(const QString &question, const PrivateFacts &facts,
                                                 ArticleId id) const {
    Proposal proposal;
    proposal.kind = LessonKind::FurtherPhrasing;
    const CleanedText cleaned = cleanLesson(question, facts);
    proposal.question = cleaned.text;
    proposal.title = titleFrom(proposal.question);
    const auto article = m_knowledge.known(id);
    if (!article || wordsOf(proposal.question).isEmpty() || holderOf(proposal, {}))
        return std::nullopt;
    proposal.article = id;
    proposal.versionBefore = article->version;
    proposal.title = article->title;
    proposal.answer = article->answer;
    proposal.original = article->answer;
    proposal.objection = objectionTo(proposal);
    return proposal;
}

QString Learner::objectionTo(const Proposal &proposal) const {
    if (wordsOf(proposal.question).size() < 2 || intentOf(proposal.question, false) != Intent::Question)
        return tr("There is no question to learn this answer under. Write one.");
    if (proposal.kind != LessonKind::FurtherPhrasing) {
        if (wordsOf(proposal.answer).size() < fewestWords)
            return tr("The answer is too short to stand alone for the next customer.");
        if (certaintyOf(proposal.answer) < 0.6)
            return tr("The answer sounds unsure.");
        if (proposal.answer.endsWith(u'?'))
            return tr("The answer is a question back to the customer.");
    }
    if (proposal.kind == LessonKind::BetterAnswer) {
        const auto article = m_knowledge.known(proposal.article);
        if (article && kinshipOf(article->answer, proposal.answer) == Kinship::Other)
            return tr("\"%1\" has a different answer already; compare the two.").arg(article->title);
    }
    return {};
}

Result<Article> Learner::articleOf(const Proposal &proposal) const {
    if (wordsOf(proposal.title).isEmpty() || wordsOf(proposal.answer).isEmpty())
        return failure(ErrorKind::Invalid, tr("An article needs a title and an answer. Nothing was changed; add what "
                                              "is missing."));
    if (proposal.kind == LessonKind::NewArticle) {
        Article article{.title = proposal.title, .answer = proposal.answer, .origin = Origin::Agent};
        if (plain(proposal.title) != plain(proposal.question))
            article.phrasings.append({.text = proposal.question, .origin = Origin::Agent});
        return article;
    }
    auto article = m_knowledge.article(proposal.article);
    if (!article)
        return article;
    if (article->status != ArticleStatus::Live)
        return failure(ErrorKind::Conflict,
                       tr("\"%1\" is archived. Nothing was changed; restore it, or decline this.").arg(article->title));
    if (!holds(*article, proposal.question))
        article->phrasings.append(
            {.text = proposal.question, .origin = proposal.ticket.isValid() ? Origin::Agent : Origin::Customer});
    if (proposal.kind == LessonKind::BetterAnswer)
        article->answer = proposal.answer;
    return article;
}

} // namespace relaydesk
