// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A few texts on their way through the layers together, with all the room they need set aside once.
#pragma once
#include "app/matching/bertencoderweights.h"
#include <Eigen/Core>
#include <span>
#include <vector>

namespace relaydesk {

class BertEncoderPass {
  public:
    //! Each text at most `config.positions` word pieces, each of these below `config.vocabulary`.
    BertEncoderPass(const BertConfig &config, const BertWeights &weights, std::span<const std::vector<int>> texts);
    //! Goes through all layers. A text's result does not depend on those it travels with.
    void run();
    //! The last layer's state of each word piece of a text, `config.dimensions` values a piece.
    std::span<const float> states(size_t text) const;

  private:
    void embed();
    void attend(const BertLayer &layer);
    void feedForward(const BertLayer &layer);
    void addAndNormalize(const BertNorm &norm);

    const BertConfig &m_config;
    const BertWeights &m_weights;
    std::span<const std::vector<int>> m_texts;
    std::vector<int> m_starts; //!< first row of each text, and the number of rows
    // Aligned to a vector register: the order in which Eigen adds, hence the last digit, depends on it.
    Eigen::ArrayXf m_states; //!< [rows][dimensions], as all below but for the last two
    Eigen::ArrayXf m_query;
    Eigen::ArrayXf m_key;
    Eigen::ArrayXf m_value;
    Eigen::ArrayXf m_context;
    Eigen::ArrayXf m_update;
    Eigen::ArrayXf m_inner;  //!< [rows][intermediate]
    Eigen::ArrayXf m_scores; //!< of the longest text: [rows][rows]
};

} // namespace relaydesk
