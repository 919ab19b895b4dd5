// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Lets one reading through at a time: who asks while one is under way gets one more after it, however often they ask.
#pragma once
#include <utility>

namespace relaydesk {

class Turnstile {
  public:
    //! False: one is under way; another one is wanted after it.
    bool enter() {
        const bool wasInside = std::exchange(m_inside, true);
        m_wanted = m_wanted || wasInside;
        return !wasInside;
    }
    //! True: somebody asked meanwhile.
    bool leave() {
        m_inside = false;
        return std::exchange(m_wanted, false);
    }

  private:
    bool m_inside = false;
    bool m_wanted = false;
};

} // namespace relaydesk
