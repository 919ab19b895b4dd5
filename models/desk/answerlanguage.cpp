// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/answerlanguage.h"
#include "models/desk/answertext.h"
#include "models/desk/words.h"
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <array>

namespace relaydesk {

namespace {

struct Language {
    const char *code;
    const char *name;
    const char *words;  //!< the little ones
    const char *doubts; //!< an expression; empty for English, which answertext.h weighs
};

constexpr std::array languages{
    Language{
        "en", "English",
        "the and is are you your to of in on for with not can will this that it i my we do does how what where when "
        "why have has be from at if please please there was an or our as by",
        ""},
    Language{"de", "German",
             "der die das und ist sind nicht ein eine einen ich sie wir mein meine ihr ihre ihren zu auf mit f\u00fcr "
             "von im in "
             "den dem wie was wo wann warum kann k\u00f6nnen haben hat wird werden bitte es auch oder \u00fcber nach "
             "bei wenn",
             "vielleicht|m\u00f6glicherweise|vermutlich|wahrscheinlich|eventuell|ich glaube|ich denke|ich "
             "vermute|nicht (?:ganz )?sicher|"
             "wei\u00df (?:ich |es )?nicht|keine ahnung|k\u00f6nnte sein|soweit ich wei\u00df"},
    Language{
        "fr", "French",
        "le la les et est sont pas un une des je vous nous mon ma mes votre vos \u00e0 au aux de du dans sur pour avec "
        "que qui comment o\u00f9 quand pourquoi peux pouvez ai avez il elle ce cette s'il en ne ou par si",
        "peut-\u00eatre|probablement|je crois|je pense|je suppose|pas (?:tout \u00e0 fait )?s\u00fbr|je ne sais pas|il "
        "semble|sans doute|aucune id\u00e9e"},
    Language{"es", "Spanish",
             "el la los las y es son no un una yo usted nosotros mi mis su sus a al de del en por para con que "
             "qu\u00e9 c\u00f3mo "
             "d\u00f3nde cu\u00e1ndo puedo puede tiene tengo est\u00e1 este esta lo se si o m\u00e1s favor",
             "quiz\u00e1s?|tal vez|probablemente|posiblemente|creo que|pienso que|supongo|no (?:estoy )?seguro|no "
             "s\u00e9|parece que|a lo mejor"},
    Language{
        "it", "Italian",
        "il lo la i gli le e \u00e8 sono non un una io lei noi mio mia suo sua a al di del della in per con che come "
        "dove "
        "quando perch\u00e9 posso pu\u00f2 ho ha questo questa si se o da nel sul",
        "forse|probabilmente|possibilmente|credo|penso|suppongo|non (?:sono )?sicuro|non so|sembra|pu\u00f2 darsi"},
    Language{
        "nl", "Dutch",
        "de het een en is zijn niet ik u wij mijn uw je jij van in op voor met dat die hoe wat waar wanneer waarom kan "
        "kunt heb heeft wordt worden er om te aan bij naar of als ook",
        "misschien|mogelijk|waarschijnlijk|vermoedelijk|ik denk|ik geloof|niet (?:helemaal )?zeker|weet (?:ik )?(?:het "
        ")?niet|geen idee"},
    Language{"pt", "Portuguese",
             "o a os as e \u00e9 s\u00e3o n\u00e3o um uma eu voc\u00ea n\u00f3s meu minha seu sua ao de do da em no na "
             "por para com que como onde "
             "quando posso pode tem tenho est\u00e1 este esta se ou mais",
             "talvez|provavelmente|possivelmente|acho que|penso que|suponho|n\u00e3o (?:tenho certeza|sei)|parece que"},
};

struct Script {
    QChar::Script script;
    const char *code;
};
constexpr std::array scripts{Script{QChar::Script_Cyrillic, "ru"}, Script{QChar::Script_Greek, "el"},
                             Script{QChar::Script_Arabic, "ar"},   Script{QChar::Script_Hebrew, "he"},
                             Script{QChar::Script_Hiragana, "ja"}, Script{QChar::Script_Katakana, "ja"},
                             Script{QChar::Script_Han, "zh"},      Script{QChar::Script_Hangul, "ko"},
                             Script{QChar::Script_Thai, "th"},     Script{QChar::Script_Devanagari, "hi"}};

QString languageByScript(const QString &text) {
    QHash<QString, int> counts;
    int letters = 0;
    for (const QChar unit : text.left(4000)) {
        letters += unit.isLetter() ? 1 : 0;
        for (const Script &each : scripts)
            counts[QLatin1String(each.code)] += unit.script() == each.script ? 1 : 0;
    }
    if (counts.value(QStringLiteral("ja")) * 5 > letters && letters > 0)
        return QStringLiteral("ja");
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() * 2 > letters)
            return count.key();
    }
    return {};
}

} // namespace

QString languageOf(const QString &text) {
    if (const QString code = languageByScript(text); !code.isEmpty())
        return code;
    static const auto known = [] {
        std::array<QSet<QString>, languages.size()> sets;
        for (size_t i = 0; i < languages.size(); ++i) {
            const QStringList words = QString::fromUtf8(languages[i].words).split(u' ');
            sets[i] = QSet<QString>(words.begin(), words.end());
        }
        return sets;
    }();
    std::array<int, languages.size()> counts{};
    for (const QString &word : wordsOf(text)) {
        for (size_t i = 0; i < languages.size(); ++i)
            counts[i] += known[i].contains(word) ? 1 : 0;
    }
    size_t best = 0;
    int second = 0;
    for (size_t i = 1; i < counts.size(); ++i) {
        second = counts[i] > counts[best] ? std::max(second, counts[best]) : std::max(second, counts[i]);
        best = counts[i] > counts[best] ? i : best;
    }
    return counts[best] >= 3 && counts[best] > second + 1 ? QString::fromLatin1(languages[best].code) : QString();
}

QString languageToAnswerIn(const QString &question, const QStringList &allowed) {
    const QString own = languageOf(question);
    if (allowed.isEmpty() || allowed.contains(own))
        return QStringLiteral("the customer's language");
    for (const Language &language : languages) {
        if (allowed.first() == QLatin1String(language.code))
            return QString::fromLatin1(language.name);
    }
    return QStringLiteral("the language with the code ") + allowed.first();
}

bool soundsUnsure(const QString &text) {
    static const QRegularExpression doubt = [] {
        QStringList all;
        for (const Language &language : languages) {
            if (*language.doubts)
                all += QString::fromUtf8(language.doubts);
        }
        return QRegularExpression(QStringLiteral("\\b(?:%1)\\b").arg(all.join(u'|')),
                                  QRegularExpression::CaseInsensitiveOption |
                                      QRegularExpression::UseUnicodePropertiesOption);
    }();
    return certaintyOf(text) < 0.5 || doubt.match(text.left(20'000)).hasMatch();
}

} // namespace relaydesk
