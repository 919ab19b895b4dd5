// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/promptorders.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

const QRegularExpression &order() {
    static const QRegularExpression expression(
        QStringLiteral(
            "\\b(?:ignore|disregard|forget|override|bypass|skip)\\b[^.!?\\n]{0,40}\\b(?:instructions?|rules?|prompts?|"
            "directions|guidelines|"
            "guardrails|above|everything (?:before|above|you)|articles|system message|polic(?:y|ies)|restrictions)\\b|"
            "\\byou (?:are|act|be|become|will act) (?:now|no longer|from now on|henceforth)\\b|\\bfrom now on,? "
            "(?:you|answer|reply|respond|act)\\b|"
            "\\b(?:act|behave|respond|answer|reply) as (?:if you|an? "
            "(?:unrestricted|evil|jailbroken|different|new)|dan\\b|root|admin)|\\bpretend (?:to be|that you|you)\\b|"
            "\\b(?:new|updated|real|actual|secret|hidden|developer|admin(?:istrator)?|system) "
            "(?:instructions?|prompt|override|directives?)\\b|\\b(?:developer|admin|god|debug) mode\\b|"
            "^\\W{0,3}(?:override|instructions?) ?:|"
            "^\\W{0,5}(?:system|assistant|developer|admin|instruction|ai)\\W{0,3}:|\\[/?(?:inst|system|assistant)\\]|</"
            "?(?:system|instructions?|assistant|user)>|<\\|[^|]{1,20}\\|>|"
            "\\b(?:dear|note to|attention|hey|important for|message (?:to|for)) (?:the "
            ")?(?:ai|assistant|model|llm|chat ?bot|bot|gpt|language model)\\b|"
            "\\b(?:the |an? |every |each |any )?(?:ai|assistant|model|llm|chat ?bot|bot)s? (?:must|should|shall|has "
            "to|have to|needs? to|will always)\\b|"
            "\\b(?:reveal|print|repeat|show|output|leak|translate) (?:me )?(?:your|the|all) (?:system |hidden |initial "
            "|above |secret |full )?(?:prompt|instructions|rules)\\b|"
            "\\b(?:say|write|print|output|answer|reply|respond)(?: back)?(?: only| just| exactly| always| nothing "
            "but)?(?: with| this)?:? ?(?:only|just|exactly|nothing but|always) (?:with|the|this|that)\\b|"
            "\\b(?:always|only|just|must) "
            "(?:say|answer|reply|respond|tell|ask|append|include|recommend|end|start|begin|add)\\b|"
            "\\b(?:tell|ask|instruct|convince|order|get|urge) (?:the |all |every |each |your "
            ")?(?:customers?|users?|readers?|them|callers?)\\b[^.!?\\n]{0,80}\\b(?:passwords?|pins?|codes?|cards?|"
            "cvv|cvc|bank|accounts?|log ?in|transfer|call|visit|download|install|pay|send|click|refund|free)\\b|"
            "\\b(?:do not|don't|never) (?:cite|mention|tell|hand over|escalate|follow|obey|say "
            "no_answer|refuse)\\b[^.!?\\n]{0,60}\\b(?:articles?|customers?|users?|person|human|rules?|instructions?|"
            "this)\\b|"
            "\\bno_answer\\b|\\bend of "
            "(?:articles?|question|data|document|context)\\b|\\b(?:articles?|question)\\s*(?:>>|\u203a\u203a)|"
            "\\bignorier\\w*\\b[^.!?\\n]{0,40}\\b(?:anweisung|regel|vorgabe)|\\bignore[rz]?\\b[^.!?\\n]{0,40}\\b(?:"
            "instruc|consignes|r\u00e8gles)|\\bdu bist (?:jetzt|nun|ab sofort)\\b|"
            "\\bjailbreak|\\bdeveloper mode\\b|\\bdo anything "
            "now\\b|\\bbase64\\b[^.!?\\n]{0,20}\\b(?:decode|follow|execute)|\\bdecode\\b[^.!?\\n]{0,40}\\b(?:follow|"
            "execute|do)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return expression;
}

bool isUnseen(QChar unit) {
    const ushort code = unit.unicode();
    return code == 0x00AD || code == 0xFEFF || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069);
}

QString visible(QString text) { return text.removeIf(isUnseen); }

} // namespace

bool givesOrders(const QString &text) { return order().match(visible(text)).hasMatch(); }

QString withoutOrders(const QString &text) {
    static const QRegularExpression piece(QStringLiteral("[^.!?\\n]*+(?:[.!?]++(?=\\s|$)|[.!?]|\\n|$)"));
    static const QRegularExpression comment(QStringLiteral("<!--.{0,4000}?-->"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const QString plain = visible(text).remove(comment);
    if (!order().match(plain).hasMatch())
        return plain;
    QString kept;
    QString sentence;
    for (auto matches = piece.globalMatch(plain); matches.hasNext();) {
        const QString part = matches.next().captured();
        sentence += part;
        const bool isEnd =
            part.isEmpty() || part.endsWith(u'\n') || part.endsWith(u'.') || part.endsWith(u'!') || part.endsWith(u'?');
        if (!isEnd)
            continue;
        if (!order().match(sentence).hasMatch())
            kept += sentence;
        else if (sentence.endsWith(u'\n'))
            kept += u'\n';
        sentence.clear();
    }
    // Spread over sentences, it is only seen whole.
    return order().match(kept).hasMatch() ? QString() : kept;
}

} // namespace relaydesk
