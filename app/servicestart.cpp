// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/servicestart.h"

namespace relaydesk {

Result<std::unique_ptr<Service>> startService(Services &services, ServiceSettings settings,
                                              const ServiceDesk::Log &log) {
    settings.foresee = [matcher = services.matcher.get()](const QString &message) { matcher->foresee(message); };
    const QString database = services.storage->database().path();
    const auto beside = [database](const std::function<void(const Stores &)> &call) -> Result<void> {
        const auto stores = SqliteStores::open(database, OpenMode::ReadOnly);
        RELAYDESK_TRY(stores);
        call((*stores)->stores());
        return {};
    };
    const ApiPlace place{.desk = *services.desk,
                         .access = services.storage->access(),
                         .uploads = UploadStore(database + QStringLiteral(".files")),
                         .origins = settings.origins,
                         .sessions = RateLimiter(settings.frontend.limits.requestsPerSession),
                         .counters = {},
                         .aside = beside};
    return Service::start(place, settings, log);
}

} // namespace relaydesk
