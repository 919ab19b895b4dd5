// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/huggingfaceclient.h"
#include "app/huggingface/modelcall.h"
#include "app/huggingface/troublesentences.h"
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>

namespace relaydesk {

HuggingFaceClient::HuggingFaceClient(const ModelSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings) {}

HuggingFaceClient::~HuggingFaceClient() {
    // One after the other: what waits for an answer may end other calls.
    while (ModelCall *call = findChild<ModelCall *>(QString(), Qt::FindDirectChildrenOnly))
        delete call;
}

QFuture<Result<ModelReply>> HuggingFaceClient::complete(const ModelRequest &request,
                                                        const std::function<void(const QString &)> &grew) {
    if (const auto trouble = obstacle()) {
        const Failure refused = TroubleSentences(m_settings).failure(troubled(*trouble));
        return QtFuture::makeReadyFuture(Result<ModelReply>(tl::unexpected<Failure>(refused)));
    }
    auto *call = new ModelCall(m_settings, request, grew, this);
    connect(call, &ModelCall::neverConnected, this, [this] { m_network.reset(); });
    return call->ask(network());
}

QString HuggingFaceClient::limitation() const {
    const auto trouble = obstacle();
    return trouble ? TroubleSentences(m_settings).limitation(*trouble) : QString();
}

void HuggingFaceClient::setSettings(const ModelSettings &settings) {
    m_settings = settings;
    m_network.reset();
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
    if (m_settings.isHuggingFace() && m_settings.baseUrl.scheme().toLower() != u"https")
        return Trouble::InsecureUrl;
    return std::nullopt;
}

} // namespace relaydesk
