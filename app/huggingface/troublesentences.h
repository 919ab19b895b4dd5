// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Turns what went wrong with a question into the sentence that an agent reads: what happened, what was kept, what to
//! do.
#pragma once
#include "app/huggingface/modelsettings.h"
#include "app/huggingface/modeltrouble.h"
#include "models/domain/result.h"

namespace relaydesk {

class TroubleSentences {
  public:
    explicit TroubleSentences(const ModelSettings &settings);

    //! The whole sentence. The token never stands in it, whatever the server said. That the question goes to a person
    //! is said of a customer's question alone, not of a test, a list or help with a ticket.
    Failure failure(const ModelTrouble &trouble, const QString &purpose = {}) const;
    //! Without what was kept, for troubles that are known before anything is asked.
    QString limitation(const ModelTrouble &trouble) const;
    QString limitation(Trouble trouble) const { return limitation(troubled(trouble)); }

  private:
    struct Parts {
        const char *happened;
        const char *advice;
    };
    Parts parts(const ModelTrouble &trouble) const;
    Parts partsOfStatus(const ModelTrouble &trouble) const;
    QString filled(const char *text, const ModelTrouble &trouble) const;

    ModelSettings m_settings;
};

} // namespace relaydesk
