// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/redactionpatterns.h"
#include "models/desk/secretpatterns.h"
#include "models/desk/secretphrases.h"

namespace relaydesk {

namespace {

// Every repetition is bounded or possessive: a text of any length is read in one go.

const QStringList emails{
    QStringLiteral("(?<![\\w.+-])[\\w.+'-]{1,64}+@(?:[\\w-]{1,63}\\.){1,5}\\p{L}[\\w-]{1,30}\\p{L}?"),
    QStringLiteral("(?<![\\w.+-])[\\w.+-]{1,64}+ ?(?:\\(at\\)|\\[at\\]|\\{at\\}) ?(?:[\\w-]{1,63} "
                   "?(?:\\.|\\(dot\\)|\\[dot\\]|\\(punkt\\)) ?){1,4}[a-z]{2,12}\\b"),
};

constexpr const char *streetKinds = "(?:Street|St\\b\\.?|Road|Rd\\b\\.?|Avenue|Ave\\b\\.?|Lane|Ln\\b\\.?|Drive|Dr\\b\\."
                                    "?|Way|Square|Sq\\b\\.?|Court|Ct\\b\\.?|Boulevard|Blvd\\b\\.?|Terrace|"
                                    "Close|Place|Pl\\b\\.?|Crescent|Gardens|Grove|Mews|Row|Hill|Park|Parade|Highway|"
                                    "Hwy\\b\\.?|Circle|Loop|Trail|Parkway|Pkwy\\b\\.?)";
constexpr const char *postalCodes = "(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?:[A-Z]{2} "
                                    ")?\\d{5}(?:-\\d{4})?|\\d{4} [A-Z]{2}|[A-Z]{2,3} \\d{4}|\\d{3} ?\\d{2})(?![\\w])";
constexpr const char *town =
    "(?:\\p{Lu}[\\p{L}'\u2019.-]{1,30}+(?![\\p{L}\\d])(?: (?:(?:an|am|der|de|la|le|del|upon|on|sur|im|bei) "
    ")?\\p{Lu}[\\p{L}'\u2019.-]{0,30}+(?![\\p{L}\\d])){0,3})";

const QStringList addresses{
    // 221B Baker Street, Flat 2, London NW1 6XE
    QStringLiteral("(?<![\\w.,])\\d{1,5}(?:[-/]\\d{1,4})?[A-Za-z]? (?:(?:N|S|E|W|North|South|East|West)\\.? "
                   ")?(?:(?:\\p{Lu}[\\p{L}'\u2019.-]{1,30}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}?"
                   "STREET(?![\\p{L}\\d])(?:,? (?:Apt|Apartment|Flat|Unit|Suite|Floor|#)\\.? ?#?[\\w-]{1,6})?(?:[,\\n] "
                   "{0,3}TOWN){0,3}(?:,?\\n? ?POSTAL)?"),
    // Lindenstra\u00dfe 12a, 50674 K\u00f6ln
    QStringLiteral("(?:\\p{Lu}[\\p{L}.-]{1,30}+ "
                   "){0,3}(?:\\p{Lu}[\\p{L}-]{2,30}?(?i:stra\u00dfe|strasse|str\\.|weg|platz|allee|gasse|ufer|"
                   "damm|laan|straat|gracht|plein|kade|v\u00e4gen|gatan|gade|vej)|(?:\\p{Lu}\\p{L}{2,30}|Am|Im|An der) "
                   "(?:Stra\u00dfe|Strasse|Str\\.|Allee|Damm|Ring)) \\d{1,4} ?[a-zA-Z]?(?:-\\d{1,4})?(?![\\w])"
                   "(?:,?\\n? ?(?:[A-Z]{1,2}-)?(?:\\d{4} [A-Z]{2}|\\d{3} ?\\d{2}|\\d{4})\\b(?: TOWN)?)?"),
    // 14 rue de la Paix, 75002 Paris
    QStringLiteral("(?<![\\w.,])\\d{1,4}(?: ?bis| ?ter)?,? "
                   "(?i:rue|avenue|boulevard|place|chemin|impasse|all\u00e9e|quai|route|cours) (?:(?:de |du |des |la "
                   "|le |les |de l'|l'|d')){0,3}"
                   "\\p{Lu}[\\p{L}'\u2019-]{1,30}(?: \\p{Lu}[\\p{L}'\u2019-]{1,30}){0,3}(?:,?\\n? ?\\d{5}(?: TOWN)?)?"),
    // Calle Mayor 5, 28013 Madrid
    QStringLiteral(
        "\\b(?:Calle|C/|Avenida|Avda\\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Rua|Largo) (?:(?:de |del |della "
        "|dei |di |da |do |la |las |los )){0,3}\\p{Lu}[\\p{L}'\u2019-]{1,30}(?: (?:(?:de|del|di) "
        ")?\\p{Lu}[\\p{L}'\u2019-]{1,30}){0,3},? "
        "(?:n\\.? ?\u00ba ?)?\\d{1,4}[a-zA-Z]?(?=,|$|\\n|\\.|\\)| \\d{5})(?:,?\\n? ?\\d{4,5}(?:-\\d{3})?(?: TOWN)?)?"),
    QStringLiteral("\\b(?:P\\.? ?O\\.? ?Box|Postfach) \\d{1,7}(?:,? TOWN)?(?:,? POSTAL)?"),
    QStringLiteral("(?i:\\b(?:zip|zip ?code|post ?code|postal code|postleitzahl|plz|code postal|c\u00f3digo "
                   "postal|cap|postcode)(?: ?(?:is|ist|est|es|:|=) ?| ))(POSTAL|\\d{4}\\b(?! ?-))"),
};

const QStringList phones{
    QStringLiteral("(?<![\\w.,/#:-])(?:\\((?=[^()\\n]{1,8}\\))\\+? ?\\d|\\+ ?\\d|\\d)[\\d "
                   "()/.\u2011-]{4,22}\\d(?![\\w]|[.,:]\\d)"),
};

QRegularExpression compiled(const QString &pattern) {
    QString whole = pattern;
    whole.replace(QLatin1String("STREET"), QString::fromUtf8(streetKinds))
        .replace(QLatin1String("POSTAL"), QString::fromUtf8(postalCodes))
        .replace(QLatin1String("TOWN"), QString::fromUtf8(town));
    return QRegularExpression(whole, QRegularExpression::UseUnicodePropertiesOption);
}

std::vector<QRegularExpression> allOf(const QStringList &patterns) {
    std::vector<QRegularExpression> all;
    for (const QString &pattern : patterns)
        all.push_back(compiled(pattern));
    return all;
}

} // namespace

const std::vector<QRegularExpression> &redactionPatterns(RedactionGroup group) {
    static const std::vector<QRegularExpression> all[] = {
        allOf(secretShapes() + commandSecrets()),
        allOf(emails),
        allOf({QStringLiteral("(?i)(?<![\\w])[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]){11,34}+")}),
        allOf({QStringLiteral("(?<![\\w.,+-])\\d(?:[ -]?\\d){12,18}(?![\\w]|[.,]\\d)")}),
        allOf({QStringLiteral("(?<![\\w.:-])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w-]|\\.\\d)"),
               QStringLiteral("(?<![\\w.:])(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*[0-9A-Fa-f])[0-9A-Fa-f:]{3,39}(?<!:)(?!["
                              "\\w:.])|(?<![\\w.:])[0-9A-Fa-f:]{3,39}(?<!:)(?=\\.(?:\\s|$))")}),
        allOf(labelledSecrets()),
        allOf(secretPairs()),
        allOf(secretPhrases()),
        allOf(strangeWords()),
        allOf(labelledCodes() + spokenCodes()),
        allOf(addresses),
        allOf(phones)};
    return all[size_t(group)];
}

const QRegularExpression &redactionLabel(RedactionLabel label) {
    static const QRegularExpression all[] = {
        compiled(QStringLiteral(
            "(?i)\\b(?:phone|telephone|tel|mobile|cell|cellphone|fax|whatsapp|signal|landline|call me|ring me|text "
            "me|reach me|call|handy|mobil|telefon|telefonnummer|"
            "handynummer|rufnummer|t\u00e9l\u00e9phone|portable|tel\u00e9fono|m\u00f3vil|cellulare|telefono|telefoon)(?"
            ": ?number| no\\.?| nr\\.?)?[ .:=]{0,3}(?:(?:is|me|us|on|at|under|ist|unter|est|es|al|au|back|number|:)[ "
            ":]{1,2}){0,4}[(]?$")),
        compiled(QStringLiteral(
            "(?i)\\b(?:order|invoice|ticket|tracking|parcel|reference|ref|booking|customer|account|case|serial|"
            "contract|transaction|article|isbn|ean|imei|sku|item|"
            "policy|member(?:ship)?|id|model|part|bestellung|rechnung|auftrag|kundennummer|bestellnummer|"
            "rechnungsnummer|version|confirmation|claim|meter|vin|batch|lot|firmware|build|timestamp|error|code|euros?|"
            "eur|usd)"
            "(?: ?(?:number|no\\.?|nr\\.?|nummer|id|code|key))?[ .:#=]{0,3}(?:(?:is|was|ist|number) )?#?$")),
        compiled(QStringLiteral("(?i)(?:\\bv(?:ersion|er)?\\.? "
                                "?|\\b(?:release|build|firmware|driver|update|section|chapter|app|software|ios|android|"
                                "client|upgraded? to|downgraded? to) )$")),
        compiled(QStringLiteral("^(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}.*|\\d{1,2}[-./ ]\\d{1,2}[-./ "
                                "]\\d{4}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{4} ?[-/] ?\\d{4}|\\d{1,3}(?:[ "
                                ".]\\d{3})+|\\d+\\.\\d+)$")),
        compiled(QStringLiteral("^(?:1[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}$")),
        compiled(
            QStringLiteral("(?i)^(?:forgotten|forgot|wrong|expired|invalid|incorrect|unknown|reset|none|missing|"
                           "required|help|please|again|changed?|lost|not|does(?:n't)?|isn't|won't|can't|empty|weak|"
                           "too|no|yes|n/"
                           "a|todo|same|above|below|hidden|rejected|refused|error|failed|blocked|policy|settings?|link|"
                           "mail|\\*+|\\.+|\\d{1,2}|\\d{1,2}x|\\d+(?:th|nd|st|rd)|\\[.*)[!?]*$")),
        compiled(QStringLiteral("(?i)\\b(?:imei|serial|ean|isbn|tracking|parcel|order|meter)(?: "
                                "?(?:number|no\\.?|nr\\.?|code))?[ .:#=]{0,3}(?:is |was )?$")),
        compiled(secretWord()),
        // Words that number things, before one; and what numbers, models, keys and versions look like themselves.
        compiled(QStringLiteral(
            "(?i)\\b(?:order|invoice|ticket|tracking|parcel|reference|ref|booking|customer|account|case|serial|"
            "contract|"
            "article|model|part|version|release|build|commit|driver|firmware|error|voucher|coupon|promo|discount|gift|"
            "bestellung|rechnung|auftrag|flight|room|file|route|page|chapter)(?: "
            "?(?:number|no\\.?|nr\\.?|nummer|id|code|"
            "key))?[ "
            ".:#=]{0,3}$|^(?:[A-Z]{1,6}|\\p{Lu}\\p{Ll}+|\\p{Ll}+)-?\\d{1,6}$|^\\d+-?\\p{L}{1,12}$|^\\p{Lu}\\p{L}+-\\p{"
            "Lu}{1,2}\\d{1,4}$|"
            "^(?:Ctrl|Alt|Shift|Cmd|Strg)\\b.*|^v?\\d+(?:\\.\\d+)+.*|^\\d[\\d.:,-]*\\d(?:%|\\p{L}{1,3})?$")),
    };
    return all[size_t(label)];
}

} // namespace relaydesk
