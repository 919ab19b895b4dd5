// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The colours of the product by what they mean, in light and dark. No other place in the program names a colour.
#pragma once
#include <QtGui/QColor>

namespace relaydesk {

struct Tokens {
    QColor background, panel, line, ink, muted, faint;
    QColor accent, onAccent, accentSoft;
    QColor assistant, assistantSoft;
    QColor people, peopleSoft;
    QColor good, goodSoft, warning, warningSoft, bad, badSoft;
    QColor bubble;
    bool isDark = false;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

} // namespace relaydesk
