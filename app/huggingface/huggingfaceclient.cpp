// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/huggingfaceclient.h"
#include "app/huggingface/modelerrand.h"
#include "app/huggingface/modelfetch.h"
#include "app/huggingface/troublesentences.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qint64 slowMs = 10'000;

QString told(const char *text) { return QCoreApplication::translate("HuggingFaceClient", text); }

} // namespace

HuggingFaceClient::HuggingFaceClient(const ModelSettings &settings, RequestLog *log, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_log(log)
    , m_lists(std::make_unique<QObject>()) {
    m_clock.start();
}

HuggingFaceClient::~HuggingFaceClient() {
    m_waiting.clear();
    m_settings.mostAtOnce = 0;
    // One after the other: what waits for an answer may end other calls.
    while (ModelErrand *errand = findChild<ModelErrand *>(QString(), Qt::FindDirectChildrenOnly)) {
        errand->disconnect(this);
        delete errand;
    }
}

QFuture<Result<ModelReply>> HuggingFaceClient::complete(const ModelRequest &request,
                                                        const std::function<void(const QString &)> &grew) {
    if (const auto trouble = hindrance()) {
        const TroubleSentences sentences(m_settings);
        if (trouble->what == Trouble::DailyLimit)
            tellOnce(QDate::currentDate().toString(Qt::ISODate), sentences.limitation(*trouble));
        const Failure refused = sentences.failure(*trouble, request.purpose);
        return QtFuture::makeReadyFuture(Result<ModelReply>(tl::unexpected<Failure>(refused)));
    }
    auto *errand = new ModelErrand(m_settings, request, grew, this);
    connect(errand, &ModelErrand::neverConnected, this, [this] { m_network.reset(); });
    connect(errand, &ModelErrand::readyToTry, this, &HuggingFaceClient::enqueue);
    connect(errand, &ModelErrand::tryEnded, this, &HuggingFaceClient::endTry);
    connect(errand, &ModelErrand::tried, this, &HuggingFaceClient::keep);
    connect(errand, &ModelErrand::fellBack, this, &HuggingFaceClient::tellFallback);
    connect(errand, &QObject::destroyed, this, [this, errand] {
        m_waiting.erase(std::remove(m_waiting.begin(), m_waiting.end(), errand), m_waiting.end());
        if (m_trying.removeAll(errand) > 0)
            breaker().abandon();
        startNext();
    });
    const auto future = errand->start();
    enqueue(errand);
    return future;
}

CircuitBreaker &HuggingFaceClient::breaker() {
    const QString host = m_settings.baseUrl.authority();
    if (!m_breakers.contains(host))
        m_breakers.insert(host, CircuitBreaker(m_settings.failuresToRest));
    return m_breakers[host];
}

void HuggingFaceClient::enqueue(ModelErrand *errand) {
    m_waiting.push_back(errand);
    startNext();
}

void HuggingFaceClient::startNext() {
    const QPointer<HuggingFaceClient> self = this;
    while (!m_waiting.empty() && m_trying.size() < m_settings.mostAtOnce) {
        ModelErrand *errand = m_waiting.front();
        m_waiting.pop_front();
        if (!breaker().admits(m_clock.elapsed())) {
            ModelTrouble trouble = troubled(Trouble::Resting);
            trouble.waitSeconds = int(breaker().restMs(m_clock.elapsed()) / 1000) + 1;
            errand->refuse(trouble);
            if (!self)
                return; // who waited for that has ended the client
            continue;
        }
        breaker().begin(m_clock.elapsed());
        m_trying.append(errand);
        errand->tryNow(network());
    }
    Q_EMIT statusChanged();
}

void HuggingFaceClient::endTry(ModelErrand *errand, bool isHealthy, bool isServerTrouble) {
    m_trying.removeAll(errand);
    if (isHealthy)
        breaker().succeed();
    else if (isServerTrouble)
        breaker().fail(m_clock.elapsed());
    else
        breaker().abandon();
    startNext();
}

void HuggingFaceClient::keep(const RequestRecord &record) {
    m_lastMs = record.milliseconds;
    note(record);
}

void HuggingFaceClient::note(const RequestRecord &record) {
    ++m_sinceStart.requests;
    m_sinceStart.bytesSent += record.bytesSent;
    m_sinceStart.bytesReceived += record.bytesReceived;
    m_sinceStart.tokens += record.promptTokens + record.completionTokens;
    m_sinceStart.cost += std::max(0.0, record.cost);
    // A list that cannot be written must not cost the customer the answer.
    if (m_log && !m_log->append(record))
        Q_EMIT noticed(told("A request to the language model could not be written to the list of requests."));
    Q_EMIT statusChanged();
}

void HuggingFaceClient::tellOnce(const QString &key, const QString &sentence) {
    if (m_told.contains(key))
        return;
    m_told += key;
    Q_EMIT noticed(sentence);
}

void HuggingFaceClient::tellFallback(const QString &from, const QString &to) {
    tellOnce(from + to,
             told("The model %1 is not served by the providers you have enabled; %2 is asked instead.").arg(from, to));
}

QString HuggingFaceClient::limitation() const {
    const auto trouble = obstacle();
    return trouble ? TroubleSentences(m_settings).limitation(*trouble) : QString();
}

void HuggingFaceClient::setSettings(const ModelSettings &settings) {
    m_settings = settings;
    m_network.reset();
    m_breakers.clear(); // whoever changes them has mended something
    const QPointer<HuggingFaceClient> self = this;
    if (m_settings.isOffline())
        endAll();
    if (!self)
        return;
    Q_EMIT settingsChanged();
    Q_EMIT statusChanged();
}

//! One after the other: what waits for an answer may end other calls, and this client.
void HuggingFaceClient::endAll() {
    m_waiting.clear();
    m_lists = std::make_unique<QObject>();
    QVector<QPointer<ModelErrand>> errands;
    for (ModelErrand *errand : findChildren<ModelErrand *>(QString(), Qt::FindDirectChildrenOnly))
        errands += errand;
    for (const auto &errand : errands) {
        if (errand)
            errand->withdraw(troubled(Trouble::Offline));
    }
}

QFuture<Result<QVector<ListedModel>>> HuggingFaceClient::models() {
    return fetchModels(m_settings, m_log, m_lists.get());
}

RequestTotals HuggingFaceClient::today() const {
    if (!m_log)
        return m_sinceStart;
    const auto totals = m_log->totals(QDateTime(QDate::currentDate(), QTime(0, 0)).toUTC());
    return totals.value_or(m_sinceStart);
}

QString HuggingFaceClient::limitReached() const {
    if (m_settings.dailyTokens <= 0 && m_settings.dailyCost <= 0)
        return {};
    const RequestTotals totals = today();
    if (m_settings.dailyTokens > 0 && totals.tokens >= m_settings.dailyTokens)
        return told("%1 tokens").arg(QLocale().toString(m_settings.dailyTokens));
    if (m_settings.dailyCost > 0 && totals.cost >= m_settings.dailyCost)
        return told("%1 US dollars").arg(QLocale().toString(m_settings.dailyCost, 'f', 2));
    return {};
}

ModelStatus HuggingFaceClient::status() const {
    ModelStatus status{.today = today(), .underWay = int(m_trying.size()) + int(m_waiting.size())};
    const CircuitBreaker breaker = m_breakers.value(m_settings.baseUrl.authority());
    if (const auto trouble = hindrance()) {
        const bool isOffline = trouble->what == Trouble::Offline;
        status.state = isOffline ? ModelState::Offline : ModelState::Resting;
        status.sentence = TroubleSentences(m_settings).limitation(*trouble);
    } else if (breaker.isResting(m_clock.elapsed())) {
        ModelTrouble resting = troubled(Trouble::Resting);
        resting.waitSeconds = int(breaker.restMs(m_clock.elapsed()) / 1000) + 1;
        status.state = ModelState::Resting;
        status.sentence = TroubleSentences(m_settings).limitation(resting);
    } else if (m_lastMs >= slowMs) {
        status.state = ModelState::Slow;
        status.sentence = told("The last answer took %1 s.").arg(m_lastMs / 1000);
    }
    return status;
}

const std::shared_ptr<QNetworkAccessManager> &HuggingFaceClient::network() {
    if (!m_network) {
        m_network = std::make_shared<QNetworkAccessManager>();
        if (m_settings.isLoopback())
            m_network->setProxy(QNetworkProxy::NoProxy); // else whatever the system says
    }
    return m_network;
}

std::optional<Trouble> HuggingFaceClient::obstacle() const {
    if (m_settings.isOffline())
        return Trouble::Offline;
    if (!m_settings.hasUsableUrl())
        return Trouble::UnusableUrl;
    if (m_settings.isHuggingFace() && m_settings.token.isEmpty())
        return Trouble::NoToken;
    if (m_settings.exposesToken())
        return Trouble::InsecureUrl;
    return std::nullopt;
}

//! As an obstacle, or a limit of today.
std::optional<ModelTrouble> HuggingFaceClient::hindrance() const {
    if (const auto trouble = obstacle())
        return troubled(*trouble);
    const QString limit = limitReached();
    return limit.isEmpty() ? std::nullopt : std::optional(troubled(Trouble::DailyLimit, limit));
}

} // namespace relaydesk
