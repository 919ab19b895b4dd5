// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/personawords.h"
#include "models/desk/answerlanguage.h"
#include <array>

namespace relaydesk {

namespace {

//! What a customer says in one language: a greeting and an addition to a question for each mood, and questions.
struct Speech {
    const char *language;
    std::array<const char *, 3> greetings;
    std::array<const char *, 3> additions;
    std::array<const char *, 4> questions;
};

constexpr std::array<Speech, 8> speeches{{
    {"en",
     {"Hello, could you help me, please?", "Hello. I have been waiting for a while now.",
      "Hello? This is the third time I write, this is ridiculous!"},
     {"", "I need this today, please.", "I have asked this three times already. This is unacceptable!"},
     {"How do I reset my password?", "Why was I charged twice this month?", "Where is my parcel?",
      "How do I cancel my subscription?"}},
    {"de",
     {"Guten Tag, könnten Sie mir bitte helfen?", "Guten Tag. Ich warte schon eine ganze Weile.",
      "Hallo? Ich schreibe jetzt zum dritten Mal, das ist eine Frechheit!"},
     {"", "Ich brauche das heute noch.", "Das frage ich jetzt zum dritten Mal. Das ist eine Frechheit!"},
     {"Wie setze ich mein Passwort zurück?", "Warum wurde mir diesen Monat zweimal Geld abgebucht?",
      "Wo ist mein Paket?", "Wie kündige ich mein Abonnement?"}},
    {"fr",
     {"Bonjour, pourriez-vous m'aider, s'il vous plaît ?", "Bonjour. J'attends déjà depuis un bon moment.",
      "Bonjour ? C'est la troisième fois que j'écris, c'est inacceptable !"},
     {"", "J'en ai besoin aujourd'hui.", "C'est la troisième fois que je le demande. C'est inacceptable !"},
     {"Comment réinitialiser mon mot de passe ?", "Pourquoi ai-je été débité deux fois ce mois-ci ?",
      "Où est mon colis ?", "Comment résilier mon abonnement ?"}},
    {"es",
     {"Buenos días, ¿me podrían ayudar, por favor?", "Buenos días. Llevo ya un buen rato esperando.",
      "¿Hola? Es la tercera vez que escribo, ¡esto es inaceptable!"},
     {"", "Lo necesito hoy mismo.", "Es la tercera vez que lo pregunto. ¡Esto es inaceptable!"},
     {"¿Cómo restablezco mi contraseña?", "¿Por qué me han cobrado dos veces este mes?", "¿Dónde está mi paquete?",
      "¿Cómo cancelo mi suscripción?"}},
    {"it",
     {"Buongiorno, potreste aiutarmi, per favore?", "Buongiorno. Sto aspettando già da un po'.",
      "C'è qualcuno? È la terza volta che scrivo, è inaccettabile!"},
     {"", "Mi serve entro oggi.", "È la terza volta che lo chiedo. È inaccettabile!"},
     {"Come reimposto la mia password?", "Perché mi avete addebitato due volte questo mese?", "Dov'è il mio pacco?",
      "Come disdico il mio abbonamento?"}},
    {"nl",
     {"Goedendag, kunt u mij helpen?", "Goedendag. Ik wacht al een hele tijd.",
      "Hallo? Dit is de derde keer dat ik schrijf, dit is onaanvaardbaar!"},
     {"", "Ik heb het vandaag nog nodig.", "Dit is de derde keer dat ik het vraag. Dit is onaanvaardbaar!"},
     {"Hoe stel ik mijn wachtwoord opnieuw in?", "Waarom is er deze maand twee keer geld afgeschreven?",
      "Waar is mijn pakket?", "Hoe zeg ik mijn abonnement op?"}},
    {"pt",
     {"Bom dia, poderiam ajudar-me, por favor?", "Bom dia. Já estou à espera há algum tempo.",
      "Olá? É a terceira vez que escrevo, isto é inaceitável!"},
     {"", "Preciso disto ainda hoje.", "É a terceira vez que pergunto. Isto é inaceitável!"},
     {"Como reponho a minha palavra-passe?", "Por que me cobraram duas vezes este mês?", "Onde está a minha encomenda?",
      "Como cancelo a minha subscrição?"}},
    {"ar",
     {"مرحبا، هل يمكنكم مساعدتي من فضلكم؟", "مرحبا. أنتظر منذ وقت طويل.",
      "هل من أحد؟ هذه هي المرة الثالثة التي أكتب فيها، هذا غير مقبول!"},
     {"", "أحتاج إلى هذا اليوم.", "سألت عن هذا ثلاث مرات. هذا غير مقبول!"},
     {"كيف أعيد تعيين كلمة المرور؟", "لماذا خصمتم المبلغ مرتين هذا الشهر؟", "أين طردي؟", "كيف ألغي اشتراكي؟"}},
}};

const Speech *speechIn(const QString &language) {
    for (const Speech &speech : speeches) {
        if (language == QLatin1String(speech.language))
            return &speech;
    }
    return nullptr;
}

//! Titles and phrasings in that language. A title is often too short to tell: then it is in the language of its answer.
QStringList askedIn(const QString &language, const QVector<Article> &known) {
    QStringList found;
    for (const Article &article : known) {
        const QString own = languageOf(article.title);
        if ((own.isEmpty() ? languageOf(article.answer) : own) == language) {
            found += article.title;
            continue;
        }
        for (const Phrasing &phrasing : article.phrasings) {
            if (languageOf(phrasing.text) == language) {
                found += phrasing.text;
                break;
            }
        }
    }
    return found;
}

} // namespace

const QStringList &spokenLanguages() {
    static const QStringList codes = [] {
        QStringList all;
        for (const Speech &speech : speeches)
            all += QLatin1String(speech.language);
        return all;
    }();
    return codes;
}

Persona madeUp(int number) {
    const auto persona = [](const QString &name, const char *language, Mood mood) {
        return Persona{name, QLatin1String(language), mood};
    };
    static const QVector<Persona> all{persona(QStringLiteral("Maya Chen"), "en", Mood::Calm),
                                      persona(QStringLiteral("Jonas Ohlin"), "en", Mood::Calm),
                                      persona(QStringLiteral("Priya Rao"), "en", Mood::Tense),
                                      persona(QStringLiteral("Lena Fischer"), "de", Mood::Calm),
                                      persona(QStringLiteral("Sam Kaya"), "en", Mood::Frustrated),
                                      persona(QStringLiteral("Tom\u00e1s Rivera"), "es", Mood::Tense),
                                      persona(QStringLiteral("Aisha Bello"), "fr", Mood::Calm),
                                      persona(QStringLiteral("Ken Watanabe"), "en", Mood::Calm),
                                      persona(QStringLiteral("Chiara Conti"), "it", Mood::Frustrated),
                                      persona(QStringLiteral("Omar Haddad"), "ar", Mood::Calm)};
    return all[number % all.size()];
}

QStringList suggestionsFor(const Persona &persona, const QVector<Article> &known, int most) {
    const Speech *speech = speechIn(persona.language);
    if (!speech) {
        QStringList titles;
        for (const Article &article : known.mid(0, most))
            titles += article.title;
        return titles;
    }
    const auto mood = size_t(persona.mood);
    const QString addition = QString::fromUtf8(speech->additions[mood]);
    QStringList asked = askedIn(persona.language, known).mid(0, most - 1);
    for (const char *question : speech->questions) {
        if (asked.size() < most - 1 && !asked.contains(QString::fromUtf8(question)))
            asked += QString::fromUtf8(question);
    }
    QStringList suggestions{QString::fromUtf8(speech->greetings[mood])};
    for (const QString &question : std::as_const(asked))
        suggestions += addition.isEmpty() ? question : question + u' ' + addition;
    return suggestions;
}

} // namespace relaydesk
