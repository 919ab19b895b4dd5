// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The short question that shows whether the language model can be used, and what became of it as one sentence.
#pragma once
#include "models/domain/modelclient.h"

namespace relaydesk {

ModelRequest testQuestion();
//! "small answered in 0.82 s (first word after 0.31 s, 14 + 2 tokens): ready", or the sentence of the failure.
//! `served`: models that the server does have, for one that it does not know; may be empty.
QString testSentence(const Result<ModelReply> &reply, const QStringList &served = {});

} // namespace relaydesk
