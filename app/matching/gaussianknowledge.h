// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the matcher holds of the articles: every phrasing and every sentence of an answer, as a point.
#pragma once
#include "app/matching/coarsevector.h"
#include "app/matching/lexicalfeatures.h"
#include "models/domain/ids.h"
#include <Eigen/Dense>
#include <QtCore/QByteArray>
#include <map>
#include <vector>

namespace relaydesk {

//! A text as the kernel sees it.
struct GaussianPoint {
    QByteArray vector;   //!< float32 in the machine's order, of length one; empty: words alone
    CoarseVector coarse; //!< of `vector`
    LexicalVector lexical;
    void setVector(const QByteArray &given) {
        vector = given;
        coarse = coarseVector(given);
    }
    Eigen::Map<const Eigen::VectorXf> meaning() const {
        return {reinterpret_cast<const float *>(vector.constData()),
                static_cast<Eigen::Index>(vector.size() / static_cast<qsizetype>(sizeof(float)))};
    }
};

enum class TextKind {
    Phrasing, //!< what a customer asked
    Sentence, //!< one of the answer
};

struct KnownText {
    QString text;
    QString folded; //!< its tokens, joined by a space: the same for two texts that differ in case or punctuation
    TextKind kind = TextKind::Phrasing;
    GaussianPoint point;
};

struct KnownArticle {
    std::vector<KnownText> texts; //!< the phrasings, the title first, then the sentences
    int phrasings = 0;
};

//! By id, so that what is known does not depend on the order in which it was learned.
using GaussianKnowledge = std::map<ArticleId, KnownArticle>;

} // namespace relaydesk
