// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/rescoring.h"
#include "models/desk/eventdata.h"
#include "models/desk/knowledgebase.h"
#include "models/desk/logodds.h"

namespace relaydesk {

double scoreNow(const KnowledgeBase &knowledge, const SmallWeights &weights, const JudgedAnswer &answer) {
    const auto match = knowledge.logOdds(answer.features);
    if (!match)
        return answer.confidence.score;
    return sigmoid(*match + smallLogOdds(weights, smallCaseOf(answer.confidence, answer.right)));
}

QVector<JudgedAnswer> storedAnswers(const QVector<Event> &events) {
    QVector<JudgedAnswer> answers;
    for (const Event &event : events) {
        if (event.kind != EventKind::Verdict)
            continue;
        const Verdict verdict = verdictFromJson(event.data);
        if (!verdict.written && !verdict.picked && !verdict.features.isEmpty())
            answers += {event.id, verdict.confidence, verdict.features};
    }
    return answers;
}

} // namespace relaydesk
