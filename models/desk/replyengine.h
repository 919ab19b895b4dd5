// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! From a question to a verdict: knowledge first, then, where that half knows, a request to the language model and its
//! judgement.
#pragma once
#include "models/desk/answerchecks.h"
#include "models/desk/calibration.h"
#include "models/desk/choices.h"
#include "models/desk/knowledgebase.h"
#include "models/domain/modelclient.h"
#include "models/domain/verdict.h"

namespace relaydesk {

//! What the knowledge alone says.
struct Consultation {
    Verdict verdict;
    AskedFor asked;                      //!< what a written answer is held against; its articles come best first
    QVector<Likely> likely;              //!< what else could be meant, best first, the first included
    WrittenWeights weights;              //!< of an answer written to this
    std::optional<ModelRequest> request; //!< set where the model may know more; `verdict` stands if it is not asked
};

constexpr int articlesForModel = 3;

//! As a model may read it: without orders to a machine.
Article withoutPoison(Article article);

class ReplyEngine {
  public:
    static constexpr double floorForModel =
        0.30; //!< similarity of the closest article under which the model is not asked

    explicit ReplyEngine(const KnowledgeBase &knowledge) : m_knowledge(knowledge) {}

    //! Local and immediate.
    Consultation consult(const QString &question, const Standard &standard, const AssistantRules &rules = {}) const;
    //! The answer of an article that the customer picked, with how sure the desk would have been of it by itself.
    //! Nothing where that article is not live any more.
    std::optional<Verdict> answerWith(ArticleId article, const QString &question, const Standard &standard) const;
    //! `verdict` on `asked` as "Did you mean …?", where that is worth it; else as it is.
    static Verdict askingBack(const Consultation &asked, const Verdict &verdict);
    //! What becomes of `asked` now that the model has replied or failed.
    Verdict judge(const Consultation &asked, const Result<ModelReply> &reply) const;
    //! `checked`, which `model` wrote to what `verdict` is about, as a draft with its confidence.
    Verdict written(const Verdict &verdict, const CheckedAnswer &checked, const QString &model,
                    const WrittenWeights &weights) const;

  private:
    void prepareRequest(Consultation &result) const;
    Confidence confidenceIn(const Article &article, const MatchReport &report, const SmallWeights &weights) const;
    const KnowledgeBase &m_knowledge;
};

} // namespace relaydesk
