// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How much the service takes from whom; all of it can be set, by name.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QStringList>

namespace relaydesk {

struct ServiceLimits {
    int bodyBytes = 1 << 20;
    int uploadBytes = 10 << 20; //!< of a file, and of an import
    int headerBytes = 16 << 10;
    int idleSeconds = 30; //!< for a whole header, between two pieces of a body, and between two requests
    int connections = 4000;
    int connectionsPerAddress = 200;
    int requestsPerAddress = 600; //!< a minute
    int requestsPerSession = 60;  //!< messages and other deeds of one customer, a minute
    //! Whether the two for each address are meant for this machine as well, where a proxy for all customers may run:
    //! once one of them was set.
    bool countsThisMachine = false;
    friend bool operator==(const ServiceLimits &, const ServiceLimits &) = default;
};

//! As kept in the settings "service.NAME", then as each "NAME=NUMBER" says.
Result<ServiceLimits> readLimits(const SettingStore &settings, const QStringList &given);
//! "body-bytes (1048576), …"
QString limitNames();

} // namespace relaydesk
