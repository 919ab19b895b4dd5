// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/sourcefile.h"

namespace relaydesk {

QString sourceFile(const QString &path) { return QStringLiteral(RELAYDESK_SOURCE_DIR "/") + path; }

} // namespace relaydesk
