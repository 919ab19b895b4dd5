// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a tokenizer.json does to a text before it is cut into pieces: its normaliser and its pre-tokeniser.
#pragma once
#include "app/matching/unigramcharsmap.h"
#include "models/domain/result.h"
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <functional>
#include <string>
#include <vector>

namespace relaydesk {

bool isUnigramSpace(char32_t symbol); //!< Unicode's White_Space

class UnigramText {
  public:
    //! `Precompiled`, `NFC`, `NFD`, `NFKC`, `NFKD`, `Strip` and `Replace` (of a string, or of two spaces and more),
    //! `WhitespaceSplit` and `Metaspace`, alone or in a `Sequence`. Fails, naming `path`, at any other.
    static Result<UnigramText> fromJson(const QJsonObject &tokenizer, const QString &path);

    std::u32string normalized(std::u32string text) const;
    //! The parts that are cut each by itself. `isFirst`: the text stands at the beginning of the whole.
    std::vector<std::u32string> parts(const std::u32string &normalized, bool isFirst) const;

  private:
    using Step = std::function<std::u32string(const std::u32string &)>;
    using Cut = std::function<std::vector<std::u32string>(const std::u32string &, bool isFirst)>;

    Result<void> addStep(const QJsonObject &step, const QString &path, int depth);
    Result<void> addReplacement(const QJsonObject &step, const QString &path);
    Result<void> addCut(const QJsonObject &cut, const QString &path, int depth);
    Result<void> addMetaspace(const QJsonObject &cut, const QString &path);

    std::vector<Step> m_steps;
    std::vector<Cut> m_cuts;
};

} // namespace relaydesk
