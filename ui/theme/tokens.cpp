// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

namespace relaydesk {

const Tokens &lightTokens() {
    static const Tokens tokens{.background = 0xf4f5f8,
                               .panel = 0xffffff,
                               .line = 0xe3e6ee,
                               .ink = 0x1c2230,
                               .muted = 0x5a6379,
                               .faint = 0x626b81,
                               .accent = 0x4653d8,
                               .onAccent = 0xffffff,
                               .accentSoft = 0xeceefd,
                               .assistant = 0x0a6f71,
                               .assistantSoft = 0xe0f4f3,
                               .people = 0x7434c4,
                               .peopleSoft = 0xf1e8fc,
                               .good = 0x14704a,
                               .goodSoft = 0xe4f5ec,
                               .warning = 0x8f5200,
                               .warningSoft = 0xfdf1dd,
                               .bad = 0xb32d2d,
                               .badSoft = 0xfbe7e7,
                               .bubble = 0xeef0f5,
                               .isDark = false};
    return tokens;
}

const Tokens &darkTokens() {
    static const Tokens tokens{.background = 0x14171f,
                               .panel = 0x1b1f2a,
                               .line = 0x2b3140,
                               .ink = 0xe6e9f2,
                               .muted = 0xa3adc2,
                               .faint = 0x939db4,
                               .accent = 0x939eff,
                               .onAccent = 0x11142a,
                               .accentSoft = 0x272c4a,
                               .assistant = 0x4fcdc9,
                               .assistantSoft = 0x123434,
                               .people = 0xc29af5,
                               .peopleSoft = 0x2e2142,
                               .good = 0x57cf96,
                               .goodSoft = 0x173528,
                               .warning = 0xeab055,
                               .warningSoft = 0x3a2c14,
                               .bad = 0xf58a8a,
                               .badSoft = 0x3d1f22,
                               .bubble = 0x252b39,
                               .isDark = true};
    return tokens;
}

} // namespace relaydesk
