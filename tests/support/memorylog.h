// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list of requests, in memory.
#pragma once
#include "models/domain/requestlog.h"

namespace relaydesk {

class MemoryLog : public RequestLog {
  public:
    Result<RequestId> append(const RequestRecord &record) override {
        records.append(record);
        return RequestId{records.size()};
    }
    Result<QVector<RequestRecord>> requests(ConversationId, int) const override { return records; }
    Result<RequestTotals> totals(const QDateTime &) const override {
        RequestTotals sum;
        for (const RequestRecord &record : records) {
            ++sum.requests;
            sum.tokens += record.promptTokens + record.completionTokens;
            sum.bytesSent += record.bytesSent;
            sum.cost += qMax(0.0, record.cost);
        }
        return sum;
    }
    QVector<RequestRecord> records;
};

} // namespace relaydesk
