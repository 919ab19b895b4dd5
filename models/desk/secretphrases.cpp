// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/secretphrases.h"
#include "models/desk/secretpatterns.h"

namespace relaydesk {

namespace {

// Neither a version nor the name of a file.
constexpr const char *value =
    "((?!v?\\d+\\.\\d|[^\\s]{1,60}\\.(?:xlsx?|docx?|pptx?|pdf|zip|csv|txt|png|jpe?g|exe|com|org|net)\\b)(?=[^\\s]{0,40}"
    "\\p{L})(?=[^\\s]{0,40}\\d)[^\\s\"'\u201c\u201e,;()\\[]{4,60}[^\\s\"',;.)\\]}?])";
constexpr const char *filler = "[\\p{L}'\u2019]{1,14}";
constexpr const char *copula =
    "is|was|are|were|be|been|says?|said|reads?|has|ist|war|sein|soll|hei\u00dft|heisst|lautet|lautete|est|\u00e9tait|"
    "es|era|"
    "\u00e8|\u00e9|jest|by\u0142o|to|je|\u00e4r|var|er|\u0431\u044b\u043b|\u0431\u044b\u043b\u0430|equals";
constexpr const char *change = "change[sd]?|changing|set|sets|setting|reset|resets|resetting|update[sd]?|switch(?:ed)?|"
                               "make|\u00e4ndern?|ge\u00e4ndert|"
                               "gesetzt|setzen|changer|chang\u00e9|cambiar|cambiado";
constexpr const char *owner =
    "(?:the|my|our|a|its|your|mein|das|unser|mon|le|notre|mi|la|il|mijn|het|right|correct|new|old|"
    "current|actual|neues|altes|nouveau|ancien|nueva)";
constexpr const char *shortCode = "((?:[A-Z]-)?\\d{4,8}|\\d{3}[ -]\\d{3})(?![\\w-])";
constexpr const char *carrier = "(?:sms|text|e-?mail|mail|app|phone|authenticator|message)";
constexpr const char *place = "(?:door|gate|alarm|safe|lock|locker|garage|house|building|room|key ?box|lift|elevator)";

QString filled(const char *pattern) {
    return QString::fromUtf8(pattern)
        .replace(QLatin1String("PASSWORD"),
                 QStringLiteral("(?<![\\p{L}])(?:") + passwordWords() +
                     QStringLiteral(")(?![ -](?:protect|secur|encrypt|manager|field|polic))"))
        .replace(QLatin1String("VALUE"), QString::fromUtf8(value))
        .replace(QLatin1String("FILLER"), QString::fromUtf8(filler))
        .replace(QLatin1String("COPULA"), QString::fromUtf8(copula))
        .replace(QLatin1String("CHANGE"), QString::fromUtf8(change))
        .replace(QLatin1String("OWNER"), QString::fromUtf8(owner))
        .replace(QLatin1String("CODE"), QString::fromUtf8(shortCode))
        .replace(QLatin1String("CARRIER"), QString::fromUtf8(carrier))
        .replace(QLatin1String("PLACE"), QString::fromUtf8(place));
}

//! Each of up to five in a row; `one` has no group.
QStringList inARow(const QString &before, const QString &one, const QString &after) {
    QStringList patterns;
    const QString between = QStringLiteral("(?:, ?(?:and |or )?| (?:and|or|und|oder|et|ou|y|o) )");
    for (int others = 0; others < 5; ++others)
        patterns += before + QStringLiteral("(?:%1%2){%3}(%1)").arg(one, between).arg(others) + after;
    return patterns;
}

} // namespace

QStringList secretPhrases() {
    const QString bareValue =
        filled("(?=[^\\s]{0,40}\\p{L})(?=[^\\s]{0,40}\\d)[^\\s\"',;()\\[]{4,60}[^\\s\"',;.)\\]}?]");
    QStringList patterns;
    // Kites7, kites8 or kites9 as the password
    for (int others = 0; others < 4; ++others)
        patterns +=
            filled("(?i)VALUE") +
            QStringLiteral("(?:(?:, ?(?:and |or )?| (?:and|or|und|oder|et|ou) )%1){%2}").arg(bareValue).arg(others) +
            filled("(?i),? (?:as|for|is|was|should be|must be|als|f\u00fcr|ist|comme|pour|est|como|es|come|\u00e8|for)"
                   "(?: (?:definitely|really|still|also|surely))?(?: OWNER){0,3} PASSWORD");
    for (const char *pattern :
         {// my passcode has always been Kites7; password used to be still Kites7
          "(?i)PASSWORD(?: FILLER){0,4}? (?:COPULA)(?: FILLER){0,2}?[:]? VALUE",
          "(?i)(?:CHANGE)(?: FILLER){0,3} PASSWORD(?: FILLER){0,4} (?:to|into|auf|zu|\u00e0|en|a|op|na) VALUE",
          "(?i)(?:CHANGE) (?:it|this|that|mine|them) (?:to|into) VALUE[^.\\n]{0,30} PASSWORD",
          "(?i)\\bfrom VALUE (?:FILLER ){0,3}(?:CHANGE)(?: FILLER){0,3} PASSWORD",
          "(?i)\\b(?:is|ist|make|use|want|like|take|try|tried|typed?|entered|enter|put) VALUE(?: as| for)?(?: "
          "OWNER){0,3} "
          "PASSWORD"})
        patterns += filled(pattern);
    return patterns;
}

QStringList spokenCodes() {
    QStringList patterns;
    for (const char *pattern :
         {"(?i)\\b(?:pin|m?tan|puk)(?:[- ]?(?:code|number|nummer))?,? ?[(:]? ?(\\d{4,8})(?![\\w])",
          "(?i)\\b(?:three|four|five|six|eight|[34568]) (?:digits|numbers)[^.\\d\\n]{0,30} (?:is|are|were|was|:) "
          "?(\\d{3,8})(?![\\w])",
          "(?i)\\b(?:number|digits|code) on (?:the|its) back[^\\d\\n.]{0,12}(\\d{3,4})(?![\\w])",
          "(?i)\\b(?:sicherheits|pr\u00fcf|kartenpr\u00fcf)(?:code|nummer|zahl|ziffer)(?: ?(?:ist|lautet|:|=) ?| "
          ")(\\d{3,4})(?![\\w])",
          "(?i)\\b(?:code (?:confidentiel|secret|pin|de "
          "(?:s\u00e9curit\u00e9|v\u00e9rification|confirmation)|d['\u2019](?:acc\u00e8s|activation"
          "|authentification))|c\u00f3digo (?:de "
          "(?:seguridad|seguran\u00e7a|verificaci\u00f3n|verifica\u00e7\u00e3o|acceso|acesso|confirmaci\u00f3n)|"
          "pin|secreto)|codice (?:di (?:sicurezza|verifica|accesso)|segreto|pin)|beveiligingscode|verificatiecode|kod "
          "(?:pin|weryfikacyjny))(?: (?:est|es|\u00e8|\u00e9|is|jest))?(?: ?[:=(] ?| "
          ")([A-Z]?\\d[\\dA-Z-]{2,9})(?![\\w])",
          "(?i)\\b(?:t\u00fcr|haust\u00fcr|tor|alarm|safe|tresor|schloss|entsperr|notfall)code(?: ?(?:ist|lautet|:|=) "
          "?| "
          ")(\\d[\\d-]{2,10}[#*]?)(?![\\w])",
          "(?i)\\bPLACE[- ]?code(?: ?(?:is|was|:|=) ?| )(\\d[\\d-]{2,10}[#*]?)(?![\\w])",
          "(?i)\\bcode (?:of|for|to) (?:the |my |our )?PLACE(?: ?(?:is|was|:|=) ?| )(\\d[\\d-]{2,10}[#*]?)(?![\\w])",
          "(?i)\\bCODE as (?:the |my |a )?(?:code|pin|tan)\\b",
          "(?i)\\bCODE, (?:the|my|a|your|that) (?:\\w{1,15} )?(?:code|pin)\\b",
          "(?i)\\bcodes? (?:from|in|by|via|of) (?:the |your |a |my )?CARRIER[^\\d\\n.]{0,14}CODE",
          "(?i)\\bcode CODE (?:by|via|per|from|in|on) (?:the |an? |my |your )?CARRIER",
          "(?i)\\bCARRIER(?: \\w{1,10})? with (?:the |a |my )?code CODE",
          "(?i)\\b(?:2fa|two-factor|two-step|one-time|login|sms|otp)[- ](?:code|pin|password) CODE",
          "(?i)\\b(?:serial|key|code) (?:for|to) (?:the )?activat(?:ion|e)(?: ?(?:is|:) ?| )"
          "((?=[A-Z-]{0,20}\\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){1,7})(?![\\w])",
          "(?i:\\b(?:security|secret) (?:answer|word)|\\banswer to (?:my|the|your|our) (?:security|secret) question|"
          "\\bsecurity question['\u2019]s answer)(?i: (?:is|was)|:) ?(\\p{Lu}[\\p{L}'\u2019-]{2,30}(?: "
          "\\p{Lu}[\\p{L}'\u2019-]{1,30})?)",
          "(?i)\\bpass ?phrase: ?((?:\\p{L}{3,12}[ -]){2,7}\\p{L}{3,12})(?=$|[.,;\\n])"})
        patterns += filled(pattern);
    return patterns +
           inARow(QStringLiteral("(?i)\\b(?:recovery|backup|emergency|scratch)[ -]codes?(?:(?: are| is|:)? |: ?)"),
                  QStringLiteral("(?=[A-Z-]{0,9}\\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){1,4}"),
                  QStringLiteral("(?![\\w-])"));
}

QStringList commandSecrets() {
    return {QStringLiteral("(?i)(?:(?<=\\s)-u|--user|--proxy-user)[ =]['\"]?[\\w.@+-]{1,60}:([^\\s'\"]{3,200})"),
            QStringLiteral("\\bmysql\\w{0,10}\\b[^\\n]{0,60} -p([^\\s'\"]{4,60})"),
            QStringLiteral(
                "(?i)\\b(?:proxy-)?authorization: ?(?!(?:bearer|basic)\\b)(?:[\\w-]{2,20} )?([\\w.~+/-]{8,4000}=*)"),
            QStringLiteral("(?i)\\bcookies?: ?(?:[\\w.-]{1,40}=)([^\\s;\"']{6,400})")};
}

} // namespace relaydesk
