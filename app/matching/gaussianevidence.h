// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Weighs a question against everything known: one Gaussian process over the texts nearest to it.
#pragma once
#include "app/matching/gaussianknowledge.h"

namespace relaydesk {

//! K(x, z) = exp(-width * |x - z|^2) * (1 - lexicalShare + lexicalShare * lex(x, z)) of two sentence vectors and their
//! texts; without vectors K = lex. Chosen by cross-validation on training data, see docs/MATCHING.md.
struct GaussianKernel {
    double width = 1.5;     //!< with one phrasing an article
    double narrowing = 0.2; //!< taken off for each factor e of phrasings an article: the more there are, the more can
                            //!< be told from the texts further away
    double leastWidth = 0.5;
    double lexicalShare = 0.3;
    double phrasingNoise = 0.05;
    double answerNoise = 0.3; //!< of a text from an answer: says less about what was asked
    int exactScan = 8000;     //!< of more texts only those that are near at eight bits a number are compared exactly
    int neighbours = 192;     //!< the process is solved over so many texts nearest by K; exact when there are no more
};

//! What speaks for one article.
struct ArticleEvidence {
    ArticleId article;
    const KnownText *nearest = nullptr; //!< the phrasing nearest in meaning (in words, where there are no vectors)
    double score = 0;                   //!< the mean of the process: 1 certain, around 0 nothing
    double cosine = 0;                  //!< of the nearest phrasing, 0 to 1 (0 without vectors)
    double answerCosine = 0;            //!< of the nearest sentence of the answer, 0 to 1 (0 without vectors or answer)
    double lexical = 0;                 //!< largest over the phrasings near enough in meaning, 0 to 1
    double answerLexical = 0;           //!< the same over the sentences of the answer
    int phrasings = 0;
    bool exact = false; //!< asked word for word
};

struct GaussianEvidence {
    std::vector<ArticleEvidence> articles; //!< of every article, by id
    double variance = 1;                   //!< of the process, 0 to 1
    int known = 0;                         //!< articles
    int texts = 0;                         //!< phrasings known altogether
};

//! `question.vector` is empty for words alone; else every point of `knowledge` must have one of the same length.
GaussianEvidence gaussianEvidence(const KnownText &question, const GaussianKnowledge &knowledge,
                                  const GaussianKernel &kernel);

} // namespace relaydesk
