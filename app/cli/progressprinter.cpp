// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/progressprinter.h"

namespace relaydesk {

namespace {
constexpr qint64 pauseMs = 3000;
}

void ProgressPrinter::print(const QString &what, int done, int all) {
    if (what == m_what && m_since.isValid() && m_since.elapsed() < pauseMs)
        return;
    m_what = what;
    m_since.start();
    m_err << what << ' ' << done;
    if (all > 0)
        m_err << '/' << all;
    m_err << Qt::endl;
}

} // namespace relaydesk
