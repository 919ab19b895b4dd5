// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/wishforperson.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

// All of these are matched against one clause, its words in lower case with one space between them ("I'd" is "i d").

//! A person of the desk: "a real person", "one of your agents", "somebody from support", "your manager".
const QString &person() {
    static const QString pattern = [] {
        const auto kind = QStringLiteral("(?:(?:real|actual|live|human|living|proper|physical|different|customer|"
                                         "service|support|care|desk|sales|billing|technical) )*");
        const auto noun =
            QStringLiteral("(?:person|human being|human|agent|operator|representative|rep|advisor|adviser|"
                           "consultant|employee|supervisor|manager|specialist|staff member|"
                           "member of (?:the |your )?(?:support |service )?(?:staff|team))");
        const auto one = QStringLiteral("(?:one|any|some|someone|somebody|anyone|anybody)");
        const auto house = QStringLiteral("(?:support|customer (?:support|service|services|care)|the team|your team|"
                                          "your (?:staff|company|support team|service team|people|office)|"
                                          "the (?:staff|support team|service team|help ?desk))");
        return QStringLiteral("(?:(?:(?:a|an|the|some|any|another|your|one) )?%1%2|"
                              "%3 of (?:your|the) %1(?:agents|people|humans|colleagues|representatives|reps|operators|"
                              "advisors|advisers|staff|team)|"
                              "(?:a |your )colleague|%3 (?:real|human|else)|(?:real|human) (?:people|someone|somebody)|"
                              "(?:your|the) (?:agents|people)|%1agents|%3 (?:from|in|at|on) %4|"
                              "human (?:support|help|assistance|contact|interaction|service))")
            .arg(kind, noun, one, house);
    }();
    return pattern;
}

//! What may follow the person without making it a different matter ("a person's name", "an agent number").
QString tail() {
    return QStringLiteral(
        "(?: (?:please|now|instead|rather|directly|immediately|right (?:now|away)|asap|as soon as possible|today|here|"
        "there|available|again|thanks|thank you|for help|in charge)\\b)*"
        "(?:$| (?:about|regarding|concerning|because|as|since|and|or|but|not|who|that|which|from|whom|(?:that |who "
        ")?(?:i|we) "
        "(?:can|could|may)|"
        "(?:in|at|of) (?:your|the (?:support|service|billing|sales|company|team)|support|billing|sales|customer)|"
        "over (?:this|that|it)|on (?:the|this|my) (?:phone|line|matter|issue|problem|case|order|chat)|"
        "(?:for|with) (?:this|that|my|help)|"
        "to "
        "(?:help|assist|talk|speak|chat|answer|look|check|handle|solve|fix|sort|explain|discuss|resolve|call|contact|"
        "get in touch|take (?:over|a look))|"
        "(?:can|could|may|will|would) (?:i|you|we|help|call|assist|handle|look))\\b)");
}

QString talkTo() {
    return QStringLiteral(
        "\\b(?:(?:talk|speak|chat|converse|communicate|write|get through|be (?:connected|transferred|put "
        "through|handed over|"
        "passed on|switched))(?: (?:directly|live|again|on the phone))?|"
        "(?:connect|transfer|put|switch|hand|pass|forward|redirect|direct|refer|move|bring|escalate|give|send) "
        "(?:me|us|this|it|my (?:case|issue|chat|question|request|problem|ticket))(?: "
        "(?:through|over|on|up|directly|straight|back|in "
        "(?:touch|contact)))?|"
        "(?:get|be|stay) in (?:touch|contact)) (?:to|with) ");
}

QString want() {
    return QStringLiteral("\\b(?:want|need|require|prefer|demand|d like|would like|d rather have|would rather have|"
                          "would prefer|d prefer|wish for|looking for|waiting for|give me|get me|gimme|find me|send me|"
                          "fetch me|let me have|bring me|i ll take|(?:can|could|may) (?:i|we) (?:please )?(?:just )?"
                          "(?:have|get|reach|see|contact|call)|(?:how|where) (?:can|could|do|would) (?:i|we) "
                          "(?:reach|get|find|contact)|can t (?:i|we) (?:just )?(?:have|get)|"
                          "(?:is|are) there(?: not)?|isn t there|do you have) ");
}

const QRegularExpression &wish() {
    static const QRegularExpression expression([] {
        const auto anyone = QStringLiteral("(?:someone|somebody|anyone|anybody|a real someone|a manager|sales|support|"
                                           "customer (?:support|service|services|care)|your (?:team|staff|company)|"
                                           "the (?:support|service) team)");
        const QStringList ways = {
            talkTo() + QStringLiteral("(?:%1|%2)").arg(person(), anyone) + tail(),
            want() + person() + tail(),
            QStringLiteral("^(?:(?:please|can you|could you) )*(?:connect|transfer|switch) (?:to|with) ") + person() +
                tail(),
            QStringLiteral("\\b(?:is|are) %1 (?:available|free|around|online|there)\\b").arg(person()),
            QStringLiteral("\\bput %1 (?:on|through)$").arg(person()),
            QStringLiteral(
                "\\b(?:can|could|would|will) (?!the )%1(?: please)? (?:look|help|check|answer|take over|handle|"
                "assist|join)\\b")
                .arg(person()),
            QStringLiteral("\\b(?:is there|are there)(?: any)? (?:someone|somebody|anyone|anybody|person|people) "
                           "(?:that |who )?(?:i|we) (?:can|could) (?:talk|speak|chat|write)\\b"),
            QStringLiteral("\\b(?:can|could|would|will|have|get|let|ask|want|need) (?:someone|somebody|%1)(?: please)?"
                           "(?: to)? (?:call|ring|phone|contact|reply to|write to|get back to) (?:me|us)\\b")
                .arg(person()),
            QStringLiteral(
                "^(?:(?:please|ok|okay|hi|hello|just|no) )*(?:escalate|escalate (?:this|it|my \\w+)|transfer me|"
                "connect me|put me through|hand me over)(?: please| now)*$"),
            QStringLiteral(
                "\\b(?:stop|enough (?:of|with)|no more|not|don t want|do not want|hate|sick of)"
                "(?: (?:talking|speaking|chatting|to talk|to speak|to chat|talk|to|with|this|these|the|a|an|your))* "
                "(?:bot|bots|robot|robots|machine|machines|chatbot|chatbots|ai)$"),
            QStringLiteral(
                "^(?:(?:please|a|an|the|ok|okay|hi|hello|no|now|just|live|chat with|speak|talk)\\b ?)*(?:(?:to|with) )?"
                "(?:%1|(?:agent|human|operator|representative|person)(?: (?:agent|human|operator|representative|"
                "person))+|customer (?:service|support|care)|live (?:chat|support))(?: (?:please|now|here|asap))*$")
                .arg(person())};
        return QStringLiteral("(?:%1)").arg(ways.join(u'|'));
    }());
    return expression;
}

//! "I do not want to talk to …", "after I speak to …", "do I need an agent to …": not a wish.
bool isTakenBack(const QString &before) {
    static const QRegularExpression expression(QStringLiteral(
        "\\b(?:(?:don t|do not|dont|not|never|no need|without|rather than|instead of|avoid|having)"
        "(?: (?:want|need|have|wish|like|to|really|having|even|ever|necessarily|talking|speaking)){0,4}|"
        "(?:after|before|once|when|whenever|until|while) (?:i|we|you|they)|"
        "(?:(?<!how )(?<!where )(?:do|does|did|will|would|should|must)|if|unless) (?:i|we|you|one|they|customers|it)"
        "(?: (?:really|have to|need to))?) $"));
    return expression.match(before).hasMatch();
}

bool isWish(const QString &clause) {
    for (auto match = wish().globalMatch(clause); match.hasNext();) {
        if (!isTakenBack(clause.left(match.next().capturedStart())))
            return true;
    }
    return false;
}

} // namespace

bool wishesForPerson(const QString &message) {
    static const QRegularExpression end(QStringLiteral("[.!?;:,()\\n\u2013\u2014]+|\\s-+\\s|\\bbut\\b"));
    constexpr qsizetype read = 2000;
    const QString text = message.size() <= 2 * read ? message : message.left(read) + u'\n' + message.right(read);
    const QStringList clauses = text.toLower().split(end, Qt::SkipEmptyParts);
    return std::any_of(clauses.begin(), clauses.end(),
                       [](const QString &clause) { return isWish(wordsOf(clause).join(u' ')); });
}

} // namespace relaydesk
