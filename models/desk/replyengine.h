// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! From a question to a verdict: knowledge first, then, where that half knows, a request to the language model and its
//! judgement.
#pragma once
#include "models/desk/answerchecks.h"
#include "models/desk/knowledgebase.h"
#include "models/domain/modelclient.h"
#include "models/domain/verdict.h"

namespace relaydesk {

//! What the knowledge alone says.
struct Consultation {
    Verdict verdict;
    AskedFor asked;                      //!< what a written answer is held against; its articles come best first
    std::optional<ModelRequest> request; //!< set where the model may know more; `verdict` stands if it is not asked
};

class ReplyEngine {
  public:
    static constexpr double floorForModel =
        0.30; //!< similarity of the closest article under which the model is not asked

    explicit ReplyEngine(const KnowledgeBase &knowledge) : m_knowledge(knowledge) {}

    //! Local and immediate. `bar`: 0 to 1, the confidence from which a customer gets the answer.
    Consultation consult(const QString &question, double bar, const AssistantRules &rules = {}) const;
    //! What becomes of `asked` now that the model has replied or failed.
    Verdict judge(const Consultation &asked, const Result<ModelReply> &reply) const;

  private:
    void prepareRequest(Consultation &result) const;
    Confidence confidenceIn(const Article &article, const MatchReport &report) const;
    const KnowledgeBase &m_knowledge;
};

} // namespace relaydesk
