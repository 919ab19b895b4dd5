// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/frustration.h"
#include "models/desk/customerintent.h"
#include <QtCore/QRegularExpression>
#include <algorithm>
#include <vector>

namespace relaydesk {

namespace {

using Expression = QRegularExpression;

struct Sign {
    const char *expression;
    double weight;
};

// Who swears at the desk, threatens to leave, or counts their attempts is not calm; one mild word alone is.
constexpr Sign signs[] = {
    {"\\b(?:wtf|what the (?:hell|heck|fuck)|ffs|for (?:god|christ|fuck|heaven)'?s? ?sake|fuck\\w*|bull "
     "?shit|shit\\w*|crap|damn(?:ed|it)?|bloody (?:hell|useless|thing)|piss(?:ed|ing)? (?:off|me)|arse|asshole)\\b",
     1.0},
    {"\\b(?:useless|worthless|pathetic|garbage|rubbish|idiots?|idiotic|moron\\w*|stupid|dumb|clueless|incompetent|"
     "incompetence|a joke|laughable|scam(?:mers?)?|rip "
     "?-?off|crooks?|thieves|disgrace\\w*|shambles|disgusting|outrageous|appalling)\\b",
     1.0},
    {"\\b(?:ridiculous|unacceptable|unbelievable|absurd|terrible|horrible|awful|worst(?! case)|nightmare(?! "
     "to)|insulting|infuriating|"
     "furious|outraged|fuming|livid|enraged)\\b",
     1.0},
    {"\\b(?:fed up|sick (?:and tired )?of|tired of|had enough|enough is enough|enough of this|losing (?:my "
     ")?patience|lost (?:my |all )?patience|running out of patience|at my wits'? end|driving me "
     "(?:crazy|mad|insane|nuts)|drives me (?:crazy|mad)|lose my mind|so "
     "(?:angry|annoyed|frustrated|upset|mad)|(?:very|really|extremely|beyond|deeply|utterly) "
     "(?:angry|annoyed|frustrated|frustrating|disappointed|disappointing|upset|unhappy|dissatisfied|annoying))\\b",
     1.0},
    {"\\b(?:frustrat(?:ed|ing)|annoy(?:ed|ing)|angry|disappointed|disappointing|upset|unhappy|irritating|irritated)\\b",
     0.6},
    {"\\b(?:wast(?:e|ing|ed) (?:of )?(?:my |of my |our )?(?:time|money|afternoon|day|morning|whole \\w+)|waste of "
     "(?:time|money))\\b",
     1.0},
    {"\\b(?:how (?:many times|often) (?:do|must|should|have) i|how much longer (?:do|does|will|must|should|until)|for "
     "the "
     "(?:third|fourth|fifth|sixth|tenth|hundredth|last|nth|umpteenth|\\d+(?:rd|th)) time|i(?:'ve| have)? (?:already "
     ")?(?:told|asked|written to|said|explained|tried)(?: \\w+){0,4} (?:(?:three|four|five|six|ten|\\d+) times|again "
     "and again|already|over and over|repeatedly|before)|again and again|over and over|(?:still|yet) (?:no|not a "
     "single) (?:answer|reply|response|solution|refund)|nobody (?:answers?|cares|helps|listens|replies|responds)|no "
     "?one (?:answers|cares|helps|listens|replies|responds)|nobody is (?:answering|helping|listening))\\b",
     1.0},
    {"\\b(?:are you (?:kidding|joking|serious|even (?:reading|listening)|deaf|blind|stupid)|you(?:'re| are) (?:not "
     "(?:listening|helping|reading)|no help|kidding|joking)|you (?:don't|do not) (?:understand|listen|get "
     "it|care|read)|did you even read|read what i (?:wrote|said)|that'?s not what i (?:asked|said|wrote)|not what i "
     "asked|(?<!i )(?<!to )stop (?:sending|repeating|giving|copying|wasting|telling|asking)|don't give me|useless "
     "bot|stupid bot|dumb "
     "bot)\\b",
     1.0},
    {"\\b(?:(?:cancel|close|delete|leaving|leave|quit|switch\\w*|move)\\b[^.!?]{0,40}\\b(?:if "
     "(?:this|you|nothing|it)|because of (?:this|you)|competitor|for good|unless|right now or|had it)|never "
     "(?:again|buying|using|ordering|coming back)|last time i|i(?:'m| am) done(?: with| here)?|i give up|i've had "
     "it|had it with)\\b",
     1.0},
    {"\\b(?:bad review|one star|1 star|zero stars|fix (?:it|this) (?:now|already|immediately))\\b", 0.6},
    {"\\b(?:tell everyone|go public|twitter|trustpilot|complain(?:t)? "
     "(?:about|to)|want to complain|formal complaint|file a complaint|manager|supervisor)\\b",
     0.7},
    {"\\b(?:nothing (?:works|helps|happens|changes)|doesn'?t help(?: at all)?|did ?n'?t help|did not help|not "
     "helpful|no "
     "help|unhelpful|does ?n'?t work either|keeps? (?:failing|crashing|breaking|happening|losing)|every (?:single "
     ")?(?:time|day)|all day|for (?:hours|days|weeks|months)|since (?:hours|days|weeks))\\b",
     0.5},
    {"\\b(?:come on|seriously|honestly|finally|at last|once and for all|just (?:fix|do|make) (?:it|this|the)|fix "
     "(?:it|this) (?:now|already|immediately)|right now|immediately|asap)\\b",
     0.4},
    {"\\bstill (?:not|no|does|doesn'?t|broken|waiting|nothing|isn'?t|the same|can'?t|cannot)\\b", 0.4},
    {"\\bagain\\b", 0.2},
    {"\\b(?:frechheit|unversch\u00e4mt\\w*|zum "
     "kotzen|schei\u00df\\w*|verdammt\\w*|saftladen|unfassbar|l\u00e4cherlich|reicht mir|die schnauze voll|zum dritten "
     "mal|nutzlos\\w*|eine zumutung|katastroph\\w*|w\u00fctend|stinksauer)\\b",
     1.0},
    {"\\b(?:inadmissible|scandaleux|honteux|ras le bol|j'en ai marre|n'importe quoi|incomp\u00e9tents?|nul(?:le)?s? "
     "\u00e0 chier|merde|putain|ridicule|arnaque)\\b",
     1.0},
    {"\\b(?:inaceptable|verg\u00fcenza|estoy harto|estoy harta|una "
     "estafa|mierda|joder|in\u00fatiles?|incompetentes?|rid\u00edculo|basta ya)\\b",
     1.0},
};

double wordingIn(const QString &text) {
    static const auto all = [] {
        std::vector<std::pair<Expression, double>> compiled;
        for (const Sign &sign : signs)
            compiled.emplace_back(
                Expression(QString::fromUtf8(sign.expression),
                           Expression::CaseInsensitiveOption | Expression::UseUnicodePropertiesOption),
                sign.weight);
        return compiled;
    }();
    // "It is not urgent", "a joke card", "no longer angry", "not frustrated": taken back by the word before.
    static const Expression taken(
        QStringLiteral("\\b(?:not|no longer|never|isn't|don't be|n't|without being|anti)(?: \\w{1,8})?$"),
        Expression::CaseInsensitiveOption);
    double sum = 0;
    for (const auto &[expression, weight] : all) {
        const auto match = expression.match(text);
        if (match.hasMatch() && !taken.match(text.left(match.capturedStart()).trimmed()).hasMatch())
            sum += weight;
    }
    return sum;
}

//! Shouted: most letters are capitals, in at least three words.
double shoutingIn(const QString &text) {
    static const Expression shouted(QStringLiteral("\\b\\p{Lu}{3,}\\b"), Expression::UseUnicodePropertiesOption);
    // Some simply write so: "CAN I PAY BY CARD?"
    static const Expression calm(QStringLiteral("^(?:can|could|how|do|does|is|are|may|please|hello|hi)\\b"),
                                 Expression::CaseInsensitiveOption);
    int letters = 0;
    int capitals = 0;
    for (const QChar unit : text) {
        letters += unit.isLetter() ? 1 : 0;
        capitals += unit.isUpper() ? 1 : 0;
    }
    int words = 0;
    for (auto matches = shouted.globalMatch(text); matches.hasNext(); matches.next())
        ++words;
    if (letters >= 12 && capitals * 10 >= letters * 7 && words >= 2)
        return calm.match(text).hasMatch() ? 0.6 : 1.0;
    return words >= 3 && capitals * 10 >= letters * 3 ? 0.4 : 0;
}

double marksIn(const QString &text) {
    static const Expression marks(QStringLiteral("!{2,}|\\?{3,}|[!?]*!\\?[!?]*|\\?!+"));
    const auto match = marks.match(text);
    if (!match.hasMatch())
        return 0;
    return match.capturedLength() >= 4 ? 0.8 : 0.5;
}

} // namespace

double frustrationIn(const QString &message, const QStringList &earlier) {
    const QString text = QString(message.left(4000)).replace(QChar(0x2019), u'\'');
    double sum = std::min(2.0, wordingIn(text)) + shoutingIn(text) + marksIn(text);
    const QStringList recent = earlier.mid(std::max<qsizetype>(0, earlier.size() - 10));
    const int repeats = int(std::count_if(recent.begin(), recent.end(),
                                          [&](const QString &each) { return isRepetition(message, {each}); }));
    sum += 0.5 * std::min(repeats, 3);
    return sum;
}

} // namespace relaydesk
