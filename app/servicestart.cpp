// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/servicestart.h"

namespace relaydesk {

Result<std::unique_ptr<Service>> startService(Services &services, ServiceSettings settings,
                                              const ServiceDesk::Log &log) {
    settings.foresee = [matcher = services.matcher.get()](const QString &message) { matcher->foresee(message); };
    const ApiPlace place{.desk = *services.desk,
                         .access = services.storage->access(),
                         .uploads = UploadStore(services.storage->database().path() + QStringLiteral(".files")),
                         .origins = settings.origins,
                         .sessions = RateLimiter(settings.frontend.limits.requestsPerSession)};
    return Service::start(place, settings, log);
}

} // namespace relaydesk
