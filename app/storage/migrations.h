// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How a database of any age becomes today's: an append-only table of steps, run in one transaction with the version.
#pragma once
#include "models/domain/result.h"
#include <span>

namespace relaydesk {

class SqliteConnection;

struct MigrationStep {
    int version;                             //!< that the database has after it; rising from step to step
    std::span<const char *const> statements; //!< one SQL statement each
};

using MigrationSteps = std::span<const MigrationStep>;

//! True where every version is greater than the one before, and the first greater than 0.
constexpr bool riseStrictly(MigrationSteps steps) {
    int last = 0;
    for (const MigrationStep &step : steps) {
        if (step.version <= last)
            return false;
        last = step.version;
    }
    return true;
}

constexpr int newestVersion(MigrationSteps steps) { return steps.empty() ? 0 : steps.back().version; }

//! Marks a file as ours in its header ("RLYD").
inline constexpr int applicationId = 0x524C5944;

//! Refused for a version of the future: the file was written by a newer Relaydesk.
Result<void> refuseNewer(const QString &path, qint64 version, MigrationSteps steps);

//! A copy `<name>.before-v<version>` of the database, beside it; where there is one already, a further number is added.
//! Answers the path of the copy, complete and on disk.
Result<QString> copyBefore(SqliteConnection &connection, int version);

//! Runs the steps the database has not seen yet, all or none. With `keepCopy` an old database is copied before.
Result<void> migrate(SqliteConnection &connection, MigrationSteps steps, bool keepCopy);

} // namespace relaydesk
