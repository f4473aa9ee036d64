-- What wrk sends and reports. Arguments: record | details | list | create, the number of customers, a word for this round.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local paths = {
  record = function(id) return "/customers/" .. id .. "?include=none" end,
  details = function(id) return "/customers/" .. id end,
  list = function() return "/customers?limit=50" end,
}

function init(arguments)
  local route, customers, round = arguments[1], tonumber(arguments[2]), arguments[3]
  local count = 0
  if route == "create" then
    wrk.headers["Content-Type"] = "application/json"
    function request()
      count = count + 1
      return wrk.format("POST", "/customers", nil,
        '{"name": "Grace Hopper", "email": "grace-' .. round .. "-" .. number .. "-" .. count .. '@example.com"}')
    end
    return
  end
  -- Formatted beforehand, so that making requests takes no time from the servers.
  local requests = {}
  for i = 1, route == "list" and 1 or 5000 do
    requests[i] = wrk.format("GET", paths[route](1 + i * 7919 % customers))
  end
  function request()
    count = count % #requests + 1
    return requests[count]
  end
end

-- Requests a second, p50 and p99 in milliseconds, answers that were errors, requests without an answer.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %.0f %.2f %.2f %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
