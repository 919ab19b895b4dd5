-- SPDX-FileCopyrightText: 2026 The Relaydesk authors
-- SPDX-License-Identifier: MIT
-- For wrk: a customer's question with each request, from a file with one JSON body a line, none of them twice. Each of the
-- threads takes every so many-th line. Arguments: the file, the number of threads.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("at", threads)
end

function init(arguments)
  bodies, step = {}, tonumber(arguments[2])
  for line in io.lines(arguments[1]) do
    bodies[#bodies + 1] = line
  end
end

function request()
  local body = bodies[at]
  at = at + step
  if not body then
    wrk.thread:stop()
    return wrk.format("GET", "/healthz")
  end
  return wrk.format("POST", "/api/chat", { ["Content-Type"] = "application/json" }, body)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("%.0f %.1f %.1f %d\n", summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, failed))
end
