// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/troublesentences.h"
#include "app/huggingface/tokenmask.h"
#include "app/huggingface/tokensource.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <algorithm>
#include <array>

namespace relaydesk {

namespace {

QString told(const char *text) { return QCoreApplication::translate("ModelTrouble", text); }

constexpr qsizetype longestQuote = 300;

//! Masked first: a cut token would not be known for one.
QString quotable(const QString &said, const TokenMask &mask) {
    const QString text = mask.masked(said);
    return text.size() <= longestQuote ? text : text.left(longestQuote - 1) + u'…';
}

//! 1.5 for 1500, 30 for 30000.
QString seconds(int milliseconds) { return QString::number(milliseconds / 1000.0, 'g', 4); }

struct TroubleLine {
    Trouble what;
    const char *happened;
    const char *advice;
};

#define TEXT(text) QT_TRANSLATE_NOOP("ModelTrouble", text)

constexpr const char *tryLater = TEXT("Try again later, or choose another model.");
constexpr const char *checkServer = TEXT("Check that the server is running and that its address is right.");
constexpr const char *checkProtocol =
    TEXT("Check the base URL: the server there must speak the chat-completions protocol.");

constexpr std::array lines{
    TroubleLine{Trouble::Offline, TEXT("The language model is switched off: this desk works offline."),
                TEXT("Take away HF_HUB_OFFLINE, or switch the model on in the settings, to have it asked.")},
    TroubleLine{Trouble::UnusableUrl, TEXT("The address of the language model ({url}) cannot be used."),
                TEXT("Give a base URL that begins with https:// or http://, as https://router.huggingface.co/v1.")},
    TroubleLine{Trouble::InsecureUrl, TEXT("The token would be sent unencrypted ({url})."),
                TEXT("Give a base URL that begins with https://.")},
    TroubleLine{
        Trouble::NoToken,
        TEXT("No token for Hugging Face: set HF_TOKEN in the environment, or in the file {file} (as HF_TOKEN=…)."),
        nullptr},
    TroubleLine{Trouble::ConnectDeadline, TEXT("{host} could not be reached in {connect} s."),
                TEXT("Check the network connection, and whether the server is running.")},
    TroubleLine{Trouble::FirstTokenDeadline, TEXT("{host} had not begun to answer after {first} s."),
                TEXT("Check whether the model {model} is busy or still loading; a smaller one answers sooner.")},
    TroubleLine{Trouble::WholeDeadline, TEXT("{host} did not answer in {whole} s."),
                TEXT("Check the network connection, choose a smaller model, or allow more time.")},
    TroubleLine{Trouble::UnfinishedAtDeadline, TEXT("{host} had not finished its answer after {whole} s."),
                TEXT("Check the network connection, choose a smaller model, or allow more time.")},
    TroubleLine{Trouble::Refused, TEXT("{host} refused the connection."), checkServer},
    TroubleLine{Trouble::HostNotFound, TEXT("{host} could not be found."),
                TEXT("Check the network connection and the address.")},
    TroubleLine{Trouble::NotSecure, TEXT("No secure connection to {host} could be made: {said}."),
                TEXT("Check the date of this computer and the server's certificate.")},
    TroubleLine{Trouble::Proxy, TEXT("The proxy did not let the question through to {host}."),
                TEXT("Check the proxy settings of this computer.")},
    TroubleLine{Trouble::Unreachable, TEXT("The connection to {host} failed: {said}."),
                TEXT("Check the network connection.")},
    TroubleLine{Trouble::ClosedEarly, TEXT("{host} closed the connection before it answered."), tryLater},
    TroubleLine{Trouble::Cut, TEXT("The answer of {host} broke off; what had come of it was not used."), tryLater},
    TroubleLine{Trouble::Redirected, TEXT("{host} pointed to {said}, which was not followed, to keep the token."),
                TEXT("If you trust that address, give it as the base URL.")},
    TroubleLine{Trouble::StreamError, TEXT("{host} ended its answer with an error; what had come of it was not used."),
                tryLater},
    TroubleLine{Trouble::WebPage, TEXT("{host} sent a web page instead of an answer."),
                TEXT("Check the base URL, and whether this network asks you to sign in first.")},
    TroubleLine{Trouble::NotAChat, TEXT("{host} sent something that is not an answer."), checkProtocol},
    TroubleLine{Trouble::Empty, TEXT("{host} sent an empty answer."), tryLater},
    TroubleLine{Trouble::EmptyAtLimit, TEXT("{host} used up the length allowed before it wrote a word of the answer."),
                TEXT("Choose a model that thinks less, or allow longer answers.")},
    TroubleLine{Trouble::TooLong, TEXT("{host} sent far more than was asked for; it was stopped."),
                TEXT("Choose another model.")},
    TroubleLine{Trouble::Queued, TEXT("{host} was busy with other questions; this one waited {whole} s for its turn."),
                TEXT("Allow more time, or more questions at once.")},
    TroubleLine{Trouble::Resting, TEXT("{host} failed several times in a row and is left alone for now."),
                TEXT("It is tried again {wait}.")},
    TroubleLine{
        Trouble::DailyLimit,
        TEXT("Today's limit for the language model is reached ({said}); the assistant answers from the knowledge "
             "alone."),
        TEXT("Raise the limit in the settings, or wait until tomorrow.")},
    TroubleLine{Trouble::Withdrawn, TEXT("The question to {host} was withdrawn before it was answered."), nullptr},
};

struct StatusLine {
    int status;
    const char *happened;
    const char *advice;
    const char *adviceElsewhere; //!< for servers other than Hugging Face
};

constexpr const char *notServed = TEXT("{host} does not serve the model {model} with the providers you have enabled.");
constexpr const char *enableProvider =
    TEXT("Choose another model, or enable a provider at https://hf.co/settings/inference-providers.");
constexpr const char *chooseServed = TEXT("Choose a model that this server has.");
constexpr const char *makePayment =
    TEXT("Buy credits at https://hf.co/settings/billing, wait for next month, or use a server of your own.");
constexpr const char *givePermission =
    TEXT("Make a token with the permission \"Make calls to Inference Providers\" at https://hf.co/settings/tokens.");
constexpr const char *useRouter = TEXT("Give https://router.huggingface.co/v1 as the base URL.");

constexpr std::array statusLines{
    StatusLine{400, TEXT("{host} did not accept the question (400)."), TEXT("Check the model's name."), nullptr},
    StatusLine{401, TEXT("{host} did not accept the token (401)."),
               TEXT("Check the token: it may be mistyped, expired or withdrawn."), nullptr},
    StatusLine{402, TEXT("The credits of this account at {host} are used up (402)."), makePayment,
               TEXT("Check the account at this server.")},
    StatusLine{403, TEXT("{host} does not let this token ask its models (403)."), givePermission,
               TEXT("Check what the token allows.")},
    StatusLine{404, TEXT("{host} does not know the model {model}, or has nothing at this address (404)."),
               TEXT("Check the model's name and the base URL."), nullptr},
    StatusLine{405, TEXT("{host} takes no questions at this address (405)."), checkProtocol, nullptr},
    StatusLine{407, TEXT("The proxy on the way to {host} asks who you are (407)."),
               TEXT("Check the proxy settings of this computer."), nullptr},
    StatusLine{410, TEXT("This address of {host} is gone for good (410)."), useRouter,
               TEXT("Ask whoever runs the server for its new address.")},
    StatusLine{413, TEXT("The question with its articles is too long for {host} (413)."),
               TEXT("Choose a model that reads longer texts."), nullptr},
    StatusLine{422, TEXT("{host} could not make sense of the question (422)."),
               TEXT("Check the model's name, or choose another model."), nullptr},
    StatusLine{429, TEXT("{host} was asked too often in a short time (429)."), TEXT("Try again {wait}."), nullptr},
    StatusLine{503, TEXT("{host} is busy or still loading the model {model} (503)."), TEXT("Try again {wait}."),
               nullptr},
};

constexpr const char *asksForToken = TEXT("{host} asks for a token (401).");
constexpr const char *giveToken = TEXT("Set HF_TOKEN in the environment, or in the file {file} (as HF_TOKEN=…).");
constexpr const char *serverFault = TEXT("{host} failed on its own side ({status}).");
constexpr const char *otherStatus = TEXT("{host} answered with the unexpected status {status}.");
constexpr const char *kept = TEXT("The question goes to a person; nothing was lost.");

#undef TEXT

ErrorKind kindOfStatus(const ModelTrouble &trouble) {
    if (trouble.code == u"model_not_supported" || trouble.status == 404 || trouble.status == 410)
        return ErrorKind::NotFound;
    return trouble.status == 400 || trouble.status == 413 || trouble.status == 422 ? ErrorKind::Invalid
                                                                                   : ErrorKind::Unavailable;
}

ErrorKind kindOf(const ModelTrouble &trouble) {
    switch (trouble.what) {
    case Trouble::Offline:
    case Trouble::NoToken:
    case Trouble::Resting:
    case Trouble::DailyLimit:
        return ErrorKind::Unavailable;
    case Trouble::UnusableUrl:
    case Trouble::InsecureUrl:
        return ErrorKind::Invalid;
    case Trouble::Status:
        return kindOfStatus(trouble);
    case Trouble::Withdrawn:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::Network;
    }
}

bool isCustomersQuestion(const QString &purpose) {
    return purpose.isEmpty() || purpose.startsWith(QLatin1String("answer"));
}

} // namespace

TroubleSentences::TroubleSentences(const ModelSettings &settings) : m_settings(settings) {}

Failure TroubleSentences::failure(const ModelTrouble &trouble, const QString &purpose) const {
    const auto [happened, advice] = parts(trouble);
    const TokenMask mask(m_settings.token);
    QString sentence = filled(happened, trouble);
    const bool isQuoted = trouble.what == Trouble::Status || trouble.what == Trouble::StreamError;
    if (isQuoted && !trouble.said.isEmpty())
        sentence += u' ' + filled(QT_TRANSLATE_NOOP("ModelTrouble", "It said: \"{said}\"."), trouble);
    if (isCustomersQuestion(purpose))
        sentence += u' ' + told(kept);
    if (advice)
        sentence += u' ' + filled(advice, trouble);
    return {kindOf(trouble), mask.masked(sentence)};
}

QString TroubleSentences::limitation(const ModelTrouble &trouble) const {
    const auto [happened, advice] = parts(trouble);
    QString sentence = filled(happened, trouble);
    if (advice)
        sentence += u' ' + filled(advice, trouble);
    return TokenMask(m_settings.token).masked(sentence);
}

TroubleSentences::Parts TroubleSentences::parts(const ModelTrouble &trouble) const {
    if (trouble.what == Trouble::Status)
        return partsOfStatus(trouble);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const TroubleLine &each) { return each.what == trouble.what; });
    return {line->happened, line->advice};
}

TroubleSentences::Parts TroubleSentences::partsOfStatus(const ModelTrouble &trouble) const {
    const bool elsewhere = !m_settings.isHuggingFace();
    if (trouble.code == u"model_not_supported")
        return {notServed, elsewhere ? chooseServed : enableProvider};
    if (trouble.status == 401 && m_settings.token.isEmpty())
        return {asksForToken, giveToken};
    for (const StatusLine &line : statusLines) {
        if (line.status == trouble.status)
            return {line.happened, elsewhere && line.adviceElsewhere ? line.adviceElsewhere : line.advice};
    }
    if (trouble.status >= 500)
        return {serverFault, tryLater};
    return {otherStatus, checkProtocol};
}

QString TroubleSentences::filled(const char *text, const ModelTrouble &trouble) const {
    const QString wait = trouble.waitSeconds > 0 ? told(QT_TRANSLATE_NOOP("ModelTrouble", "in {seconds} s"))
                                                       .replace(u"{seconds}"_qs, QString::number(trouble.waitSeconds))
                                                 : told(QT_TRANSLATE_NOOP("ModelTrouble", "in a minute"));
    const QString url = m_settings.baseUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    return told(text)
        .replace(u"{connect}"_qs, seconds(m_settings.connectMs))
        .replace(u"{first}"_qs, seconds(m_settings.firstTokenMs))
        .replace(u"{whole}"_qs, seconds(m_settings.wholeMs))
        .replace(u"{status}"_qs, QString::number(trouble.status))
        .replace(u"{wait}"_qs, wait)
        .replace(u"{file}"_qs, QDir::toNativeSeparators(TokenSource::defaultFile()))
        .replace(u"{host}"_qs, m_settings.serverName())
        .replace(u"{url}"_qs, url)
        .replace(u"{model}"_qs, m_settings.model)
        .replace(u"{said}"_qs, quotable(trouble.said, TokenMask(m_settings.token)));
}

} // namespace relaydesk
