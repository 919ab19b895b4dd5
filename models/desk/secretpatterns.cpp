// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/secretpatterns.h"

namespace relaydesk {

namespace {

// "password" as customers write it. Short and ambiguous ones ("pass", "pin") stand where a mark follows.
constexpr const char *passwordWord =
    "pass ?-?words?|pass ?-?wort|passwo?r?d|pass?wrd|pwd?|psw|pass ?-?code|pass ?-?phrase|kennwort|losungswort|"
    "mot de passe|mdp|contrase\u00f1a|clave(?: de acceso)?|senha|palavra-passe|parola d'ordine|parola chiave|"
    "wachtwoord|has\u0142o|l\u00f6senord(?:et)?|adgangskoden?|kodeord(?:et)?|passord(?:et)?|salasana|heslo|jelsz\u00f3|"
    "\u015fifrem?|"
    "parol\u0103|"
    "\u043f\u0430\u0440\u043e\u043b\u044c|\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2|\u0433\u0435\u0441\u043b\u043e";
constexpr const char *keyWord =
    "api[ _-]?(?:key|token|secret)|access[ _-]?(?:key|token)|auth(?:entication)?[ _-]?(?:key|token)|"
    "secret(?:[ _-]?(?:key|token|word))?|signing[ _-]?(?:key|secret)|private[ _-]?(?:key|token)|shared[ _-]?"
    "(?:key|secret)|wpa2?[ _-]?key|wi-?fi[ _-]?key|wlan[ _-]?(?:key|schl\u00fcssel)|netzwerkschl\u00fcssel|bearer|"
    "client[ _-]?secret|(?:encryption|decryption|master|ssh|pgp)[ _-]?key|(?:the |my |your |our |this "
    ")?token|credentials?|zugangsdaten|zugangscode|"
    "keys? for (?:the|our|my|your) \\w{1,20}|security (?:answer|word)|answer to (?:my|the) security question|recovery "
    "(?:key|phrase)|HF_TOKEN";
constexpr const char *linkWord =
    "is|was|ist|war|lautet|lautete|est|\u00e9tait|es|era|\u00e8|\u00e9|jest|to|\u00e4r|er|on|has been|is set to|set to|"
    "now is|is now|should be|for \\w{1,20} is|for \\w{1,20}:|for (?:the |my |our )?\\w{1,20} (?:is|was)|od|"
    "\u043e\u0442 \\w{1,20}";

QString labelled(const char *value) {
    return QStringLiteral("(?i:\\b(?:WORDS))(?i: ?(?::|=|->|\u2192|\uff1a) ?| ?[(\\[]| (?:LINKS)(?: ?[:=] ?| )| )")
               .replace(QLatin1String("WORDS"), QString::fromUtf8(passwordWord) + u'|' + QString::fromUtf8(keyWord))
               .replace(QLatin1String("LINKS"), QString::fromUtf8(linkWord)) +
           QString::fromUtf8(value);
}

constexpr const char *quoted = "[\"'\u201c\u201e\u00ab`]([^\"'\u201d\u201c\u00bb`\\n]{3,100})[\"'\u201d\u201c\u00bb`]";
constexpr const char *bare = "((?!\\[)[^\\s\"'\u201c\u201e,;()]{3,200}[^\\s\"',;.)\\]}])";

} // namespace

QString passwordWords() { return QString::fromUtf8(passwordWord); }

QString secretWord() {
    return QStringLiteral("(?i)(?<![\\p{L}])(?:%1|%2|pin)s?(?![\\p{L}])")
        .arg(QString::fromUtf8(passwordWord), QString::fromUtf8(keyWord));
}

QStringList secretShapes() {
    return {
        QStringLiteral("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?s:.{0,6000}?)-----END [A-Z ]{0,30}PRIVATE KEY-----"),
        QStringLiteral(
            "(?<![\\w-])(?:hf_[A-Za-z0-9]{16,200}|(?:sk|rk|pk)[-_](?:live_|test_|proj-|ant-|or-)?[A-Za-z0-9_-]{16,200}|"
            "gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\\w{20,255}|gl(?:pat|rt|dt|ft)-[\\w-]{16,200}|"
            "xox[abeprs]-[\\w-]{10,200}|xapp-[\\w-]{10,200}|npm_[A-Za-z0-9]{30,60}|pypi-[\\w-]{16,300}|"
            "A(?:KIA|SIA|ROA)[0-9A-Z]{16}|AIza[\\w-]{35}|ya29\\.[\\w-]{10,400}|GOCSPX-[\\w-]{20,60}|"
            "SG\\.[\\w-]{10,80}\\.[\\w-]{10,120}|whsec_[\\w+/=-]{12,120}|do[opr]_v1_[0-9a-f]{32,128}|"
            "dckr_pat_[\\w-]{16,80}|shp(?:at|ss|ca|pa)_[0-9a-fA-F]{16,64}|sq0(?:atp|csp)-[\\w-]{16,80}|"
            "hv[sb]\\.[\\w-]{16,300}|ATATT3[\\w=-]{16,400}|lin_api_\\w{16,80}|key-[0-9a-f]{32}|"
            "eyJ[\\w-]{8,2000}\\.[\\w-]{4,4000}(?:\\.[\\w-]{4,2000})?)"),
        QStringLiteral("hooks\\.slack\\.com/(?:services|workflows)/([\\w/]{16,200})"),
        QStringLiteral("(?i:\\bbearer )([\\w.~+/-]{12,4000}=*)"),
        QStringLiteral("(?i:\\bbasic )([\\w+/]{8,4000}={1,2})"),
        QStringLiteral("(?i)[?&](?:access_token|token|api_?key|key|password|pwd|secret|sig|signature|session|auth|"
                       "code)=([^&\\s#\"'<>]{4,2000})"),
        QStringLiteral("(?i)\\b[a-z][a-z0-9+.-]{1,15}://([^\\s/@:]{0,100}:[^\\s/@]{1,100})@"),
        // Settings, JSON, XML and headers say what they hold.
        QStringLiteral("(?i)\\b(?:\\w{1,30}_)?(?:password|passwd|pass|pwd|secret|token|apikey|api_key|access_key|"
                       "private_key)(?:_\\w{1,20})? ?= ?([^\\s\"',;<>]{3,300})"),
        QStringLiteral("(?i)\"[\\w.-]{0,40}(?:password|passwd|secret|token|api[_-]?key)[\\w.-]{0,20}\" ?: "
                       "?\"([^\"\\n]{3,300})\""),
        QStringLiteral("(?i)<\\w{0,30}(?:password|passwd|secret|token|apikey)\\w{0,20}>([^<\\n]{3,300})</"),
        QStringLiteral("(?i)\\bx-(?:api-key|auth-token|access-token|gitlab-token): ?([^\\s\"',;]{6,300})"),
    };
}

QStringList labelledSecrets() {
    return {labelled(quoted), labelled(bare),
            QStringLiteral("(?i)\\bpass(?: ?[:=] ?| (?=[^\\s]{0,40}\\d))([^\\s\"',;()]{4,60}[^\\s\"',;.)])"),
            QStringLiteral("(?:\u5bc6\u7801|\u5bc6\u78bc|\u30d1\u30b9\u30ef\u30fc\u30c9|\ube44\ubc00\ubc88\ud638)"
                           "[\u662f\u306f\u4e3a\u70ba\ub294\uc740:\uff1a ]{1,3}([!-~]{4,64})")};
}

QStringList secretPairs() {
    return {QStringLiteral("(?i)\\b(?:signed|logged|log|sign|logging|signing) (?:in|on) (?:with|as|using) "
                           "[\\w.@+-]{2,60} ?[/|:] ?([^\\s\"',;()]{5,60}[^\\s\"',;.)?])"),
            QStringLiteral("(?i)\\b(?:credentials|login|log-?in data|user(?:name)?|zugangsdaten|anmeldedaten|benutzer|"
                           "identifiants|credenciales|accesso)[ :]{1,3}[\\w.@+-]{2,60}(?: ?[/|] ?|:)"
                           "(?!(?:password|passwort|pass)\\b)([^\\s\"',;()]{5,60}[^\\s\"',;.)])"),
            QStringLiteral("(?i)\\bpass ?(?:word|wort|code)s?\\b[^.\\n]{0,30} (?:from|von|de) [^\\s]{3,60} "
                           "(?:to|into|auf|in|\u00e0|a) ([^\\s\"',;()]{4,60}[^\\s\"',;.)])"),
            QStringLiteral("(?i)\\bpass ?(?:word|wort|code)s?\\b[^.\\n]{0,30} (?:from|von|de) "
                           "([^\\s\"',;()]{4,60}[^\\s\"',;.)]) (?:to|into|auf|in|\u00e0|a) ")};
}

QStringList labelledCodes() {
    return {
        QStringLiteral("(?i)\\b(?:pin|pin[- ]?(?:code|number|nummer)|puk|tan|otp|geheimzahl|code secret|code pin|"
                       "c\u00f3digo pin)(?: (?:for|of|to) (?:the|my|our) \\w{1,20})?(?: "
                       "?(?:is|was|ist|lautet|:|=|to|est|es) ?| )#?(\\d{3,8})(?![\\w])"),
        QStringLiteral("(?i)\\b(?:cvv2?|cvc2?|csc|card (?:verification|security) (?:code|number|value)|security "
                       "code|pr\u00fcfziffer|kartenpr\u00fcfnummer)[^\\d\\n]{0,12}(\\d{3,4})(?![\\w])"),
        QStringLiteral(
            "(?i)\\b(?:verification|one[- "
            "]time|login|log-in|sign-in|access|2fa|two-factor|sms|authenti(?:cation|cator)|unlock|recovery|backup|"
            "security|confirmation|reset|door|entry|alarm|zugangs)"
            "(?: pass)?[- ]?(?:codes?|pin)(?: (?:i got|you sent|we got))?(?: ?(?:is|are|was|ist|:|=) ?| "
            ")((?=[A-Z0-9 -]{0,16}\\d)[A-Z0-9]{2,8}(?:[ -][A-Z0-9]*\\d[A-Z0-9]*){0,3})(?![\\w])"),
        QStringLiteral("(?i)\\b(?:best\u00e4tigungs|verifizierungs|sicherheits|einmal|zugangs|freischalt)code(?: "
                       "?(?:ist|lautet|:|=) ?| )(\\d[\\d -]{2,8}\\d)(?![\\w])"),
        // The code 7K4-92Q to reset …; 553019 is my code; the app shows 902114
        QStringLiteral(
            "(?i)\\bcode,? ((?=[A-Z-]{0,10}\\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{2,8})?),? (?:to|for|zum|pour) (?:the "
            "|my |a )?(?:reset|log ?in|sign ?in|unlock|confirm|verify|activate|login|zur\u00fccksetzen)"),
        QStringLiteral("(?i)\\b(\\d{4,8}) (?:is|was|as) (?:my|the|your) (?:\\w{1,15} )?(?:code|pin)\\b"),
        QStringLiteral(
            "(?i)\\b(?:authenticator|sms|text message)(?: app)?[^.\\d\\n]{0,25} (?:shows?|says?|said|gave|sent|"
            "reads?|is|was)[^.\\d\\n]{0,15} (\\d{4,8}|\\d{3}[ -]\\d{3})(?![\\w])"),
        QStringLiteral("(?i)\\b(?:activation|licen[cs]e|product|recovery|backup|unlock)[ -]?(?:key|code)s?(?: "
                       "?(?:is|was|:|=) ?| )((?=[A-Z-]{0,20}\\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){1,7})(?![\\w])"),
        QStringLiteral("(?i)\\b(?:seed|recovery|backup|mnemonic|wallet) (?:phrase|words)(?: ?(?:is|are|was|:|=) ?| "
                       ")((?:\\p{L}{3,8}[ ,]{1,2}){11,23}\\p{L}{3,8})(?![\\w])"),
        QStringLiteral("(?i)\\b(?:security answer|secret (?:answer|word)|answer to (?:my|the|your) (?:security|secret) "
                       "question) (?:is|was) ([^\\s\"',;.]{3,40})"),
    };
}

//! Letters and digits or signs in one piece, as "kX9-ttq"; what it holds is looked at by whoever asks.
QStringList strangeWords() {
    return {QStringLiteral("(?<![\\w@./:#&?=+-])([\\p{L}\\d](?=[^\\s]{0,60}\\d)[^\\s\"'\u201c\u201d,;()<>/\\\\@]{4,60}"
                           "[^\\s\"'\u201c\u201d,;()<>/\\\\@.!?:])(?![\\w@/])")};
}

} // namespace relaydesk
