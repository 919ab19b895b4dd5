// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads from a reply of the network what kept it from being an answer.
#pragma once
#include "app/huggingface/modeltrouble.h"
#include <QtCore/QByteArray>

class QNetworkReply;

namespace relaydesk {

//! HTTP's status; 0 while there is none.
int httpStatus(const QNetworkReply &reply);

//! A status that is not 2xx, redirects among them, with the body that came with it.
ModelTrouble refusal(const QNetworkReply &reply, const QByteArray &body);

//! The network's own failure, before there was a status.
ModelTrouble networkTrouble(const QNetworkReply &reply);

} // namespace relaydesk
