// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/privatepatterns.h"

namespace relaydesk {

namespace {

// Every repetition below is bounded or possessive: a text of any length is read in one go.

//! One stretch each; group 1, where there is one, is what goes, else the whole match.
struct Detector {
    const char *kind;
    const char *expression;
    const char *replacement = ""; //!< unless a word before it says already what it is
};

constexpr const char *name = "\\p{Lu}[\\p{L}'.-]{0,30}+";

// Of two that overlap the earlier one in these lists wins.
constexpr Detector openings[] = {
    {"greeting", "^\\s{0,9}+(?i:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day))(?i: there| again| all| "
                 "everyone| (?:valued )?customer| sir(?: or madam)?| madam| team)?+"
                 "(?: (?i:mr|mrs|ms|dr)\\.?+)?+(?:(?! \\p{Lu}{2,}\\b) \\p{Lu}[\\p{L}'-]{0,30}+){0,3}\\s{0,3}+"
                 "(?:[,.!:;]|\u2013|\u2014|-(?= )|\\n|$)\\s{0,9}+"},
    {"sign_off",
     "(?:^|(?<=[\\s.!?]))(?i:(?:with )?(?:best|kind|warm|many)(?:est)? (?:regards|wishes)|regards|"
     "sincerely|yours(?: sincerely| truly| faithfully)?|cheers|all the best|best(?=,|\\n)|take care|many "
     "thanks|thanks(?: again)?|thank you)"
     "[,.!]?+[ \\t]{0,3}+(?:\\n\\s{0,5}+)?(?:NAME ?){0,4}(?: ?(?:from|of|at) (?:the )?(?:NAME ?){1,3})?[.,]?+(?:\\n[ "
     "\\t]{0,3}+(?:(?:NAME|of|the|your|and|[|,\u2013-]) ?){1,8})"
     "{0,3}\\s*+$"},
    {"sign_off", "(?:^|(?<=\\s))(?:\u2013|\u2014|--) ?(?:NAME ?){1,3}\\s*+$"},
};

constexpr Detector accounts[] = {
    {"iban",
     "(?i:(?: (?:with|under|by))?(?: the)? ?\\bIBAN:? )?\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b",
     "the account"},
    {"card", "(?<![\\w+-])(?:\\d[ -]?){12,18}\\d(?![\\w-])", "the card"},
    {"card", "(?i:,? ?(?:ending|that ends|which ends|ends)(?: (?:in|with|on))? \\*{0,4}\\d{4}|,? (?:ending|ends) "
             "(?:in|with|on) \\d{2,3})\\b"},
    {"card", "(?:\\*{4}|x{4}|\u2022{4})[ -]?\\d{4}\\b", "the card"},
    {"secret", "(?i:\\b(?:password|passcode|pin|code|token)(?: is|:) )((?=\\S*\\d)[^\\s,;]{3,60}[^\\s,;.])"},
};

constexpr Detector places[] = {
    {"address",
     "\\b\\d{1,5}[a-z]? (?:NAME "
     "){1,3}(?:Street|St\\b\\.?|Road|Rd\\b\\.?|Avenue|Ave\\b\\.?|Lane|Drive|Way|Square|Court|Boulevard|Blvd\\b\\.?)"
     "(?:, (?:NAME ?){1,3})?(?:,? \\d{4,5})?(?!\\w)",
     "the address"},
};

constexpr Detector dates[] = {
    {"date", "BEFORE\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}+\\.?,? "
             ")?(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b|"
             "\\d{1,2}(?:st|nd|rd|th)?(?: ?(?:to|and|-|\u2013) ?\\d{1,2}(?:st|nd|rd|th)?)?(?: of)? MONTH\\b(?:\\.(?= "
             "))?(?:,? \\d{4})?|"
             "MONTH\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|MONTH,? \\d{4})\\b"
             "AFTER"},
    {"date", " (?i:on|since|until|by|from) \\d{1,2}/\\d{1,2}\\b"},
    {"date",
     "(?: (?:earlier|late|early))?BEFORE\\b(?i:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|"
     "(?:last|next|this|coming) (?:night|week|weekend|month|year|DAY)|the day before yesterday)\\b(?!')AFTER"},
    {"date",
     " (?:on|by|since|until) DAY(?: (?:morning|afternoon|evening|night))?\\b(?! (?:to|through|until|and|or)\\b)AFTER"},
};

// VALUE holds three digits among its first few characters; "is" before it leaves a sentence to drop.
constexpr Detector namedNumbers[] = {
    {"number", "( \\((?i:LABEL(?: (?:no\\.?|number|nr\\.?|id|code))?:?) #?VALUE\\))"},
    {"number", "(?i:\\bLABEL(?: (?:no\\.?|number|nr\\.?|id|code))? is )(#?VALUE)\\b"},
    {"number", "(?i:\\bLABEL)((?i: (?:no\\.?|number|nr\\.?|id|code))?:? ?#?VALUE)\\b"},
};

constexpr Detector bareNumbers[] = {
    {"number", " ?(?<![\\w-])(?=[A-Z0-9-]{0,38}[A-Z])(?:[A-Z-]{0,20}+\\d){3}[A-Z0-9-]{2,37}+(?!\\w)"},
    {"number",
     "(?i: ?\\b(?:no\\.|number))? ?(?:#[A-Z]{0,4}-?\\d{2,20}+|\\b[A-Z]{2,5}-?\\d{3,20}+(?:-\\d{1,20}+)*+)\\b"},
    {"number", " ?(?<!error )(?<!code )(?<!port )(?<!version )\\b\\d{5,30}+\\b(?! "
               "(?:requests|rows|files|messages|characters|users|bytes))"},
};

QString filledIn(const char *pattern) {
    const auto month = QStringLiteral(
        "(?:(?i:january|february|april|june|july|august|september|october|november|december)|March|May|MARCH|MAY|"
        "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)");
    return QString::fromUtf8(pattern)
        .replace(
            QLatin1String("BEFORE"),
            QLatin1String("(?i: (?:on|from|of|since|by|until|till|dated|for|before|after|between|at|in)(?: the)?)? ?"))
        .replace(QLatin1String("AFTER"), QLatin1String("(?: at \\d{1,2}(?:[:.]\\d{2})?(?: ?(?:am|pm|h))?\\b)?"))
        .replace(QLatin1String("MONTH"), month)
        .replace(QLatin1String("LABEL"),
                 QLatin1String(
                     "(?:order|invoice|ticket|booking|reference|ref|account|customer|transaction|case|parcel|payment|"
                     "tracking|shipment|contract|member|membership|serial|confirmation|return|claim)s?+"))
        .replace(QLatin1String("VALUE"), QLatin1String("(?=[A-Z0-9-]{0,8}\\d{3})[A-Z0-9][A-Z0-9-]{2,40}+"))
        .replace(QLatin1String("NAME"), QLatin1String(name))
        .replace(QLatin1String("DAY"), QLatin1String("(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"));
}

template <size_t Size>
std::vector<PrivatePattern> compiled(const Detector (&detectors)[Size]) {
    std::vector<PrivatePattern> all;
    for (const Detector &detector : detectors)
        all.push_back(
            {QLatin1String(detector.kind),
             QRegularExpression(filledIn(detector.expression), QRegularExpression::UseUnicodePropertiesOption),
             QLatin1String(detector.replacement)});
    return all;
}

} // namespace

const std::vector<PrivatePattern> &privatePatterns(PatternGroup group) {
    static const std::vector<PrivatePattern> all[] = {compiled(openings),     compiled(accounts),
                                                      compiled(places),       compiled(dates),
                                                      compiled(namedNumbers), compiled(bareNumbers)};
    return all[size_t(group)];
}

} // namespace relaydesk
