// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/deskservice.h"
#include "app/api/accesskeys.h"

namespace relaydesk {

namespace {

constexpr int lastAnswersMs = 200; // for the last answers to leave
constexpr int housekeepingMs = 5 * 60 * 1000;

} // namespace

DeskService::DeskService(Services &services) : m_services(services) {
    connect(&m_housekeeping, &QTimer::timeout, this, &DeskService::keepHouse);
}

void DeskService::run(const std::optional<ServiceSettings> &wanted, const QStringList &limits) {
    m_wanted = wanted;
    m_limits = limits;
    if (!m_service) {
        start();
        return;
    }
    if (std::exchange(m_isEnding, true))
        return;
    connect(
        &m_service->desk(), &ServiceDesk::finished, this,
        [this] { QTimer::singleShot(lastAnswersMs, this, &DeskService::end); }, Qt::SingleShotConnection);
    m_service->stop();
}

void DeskService::end() {
    m_service.reset();
    m_isEnding = false;
    m_housekeeping.stop();
    start();
}

void DeskService::start() {
    if (!m_wanted) {
        emit changed({}, {});
        return;
    }
    const auto started = [this]() -> Result<void> {
        const auto limits = readLimits(m_services.storage->stores().settings, m_limits);
        RELAYDESK_TRY(limits);
        m_wanted->frontend.limits = *limits;
        auto service = startService(m_services, *m_wanted, [](const QString &) {});
        RELAYDESK_TRY(service);
        m_service = std::move(*service);
        m_housekeeping.start(housekeepingMs);
        return {};
    }();
    emit changed(address(), started ? QString() : started.error().sentence);
}

void DeskService::keepHouse() {
    if (const auto closed = m_services.desk->closeSilent(); !closed)
        emit m_services.desk->failed(closed.error());
    static_cast<void>(m_services.storage->access().forgetBefore(m_services.clock.now().addDays(-1)));
}

Result<QString> DeskService::makeKey(const QString &name, KeyRole role) {
    return addKey(m_services.storage->access(), name, role, m_services.clock.now());
}

Result<AccessKey> DeskService::revokeKey(AccessKeyId id) {
    return relaydesk::revokeKey(m_services.storage->access(), QString::number(id.value), m_services.clock.now());
}

} // namespace relaydesk
