// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files of the source tree that tests and measurements read.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! The file's absolute path; `path` is given from the root of the tree.
QString sourceFile(const QString &path);

} // namespace relaydesk
