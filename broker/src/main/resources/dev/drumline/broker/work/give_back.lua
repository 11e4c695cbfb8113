-- GIVE BACK: messages return to the front of their lists, because their worker can't or won't finish them.
--
-- KEYS  1 workers   2 unacked   3 unacked_index   4 deliveries
-- ARGV  1 prefix of inflight:<worker>   2 prefix of worker:<worker>   3 prefix of dead:<queue>
--       4 prefix of running:<entry>   5 how many at most
--       then one of
--         HAND, worker, tag, …     the worker gives these back
--         LEAVE, worker            the worker gives back all and is forgotten
--         RESTORE, lifetime (ms)   every worker that was not heard of for so long is declared dead, and forgotten when
--                                  all that it held went back; what it held counts as one more delivery
-- Returns {worker, how many went back, worker, how many, …}, the workers concerned
-- Guarantees: a message moves from unacked to its list or stays where it is; one that a stock worker restored or that
--       was acked is not touched. The message consumed next is the one that was taken first. A worker that was declared
--       dead is refused by CLAIM, REFRESH and, for what went back, by FINISH. A message whose list holds another type
--       becomes a dead letter: behind a line "<epoch ms> <list> <reason>"; it holds its entry's next ones up no longer.

local workers, unacked, index, deliveries = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local inflightOf, cardOf, deadOf, runningOf, room, mode, subject = unpack(ARGV, 1, 7)
room = tonumber(room)
local DELIVERIES_KEPT_SECONDS = 7 * 86400

redis.call('ZCARD', workers)
redis.call('HLEN', unacked)
redis.call('HLEN', deliveries)
-- The first write must need no memory: after it a full Redis refuses none of the others.
redis.call('ZREM', index, '')

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function otherThanList(key)
  local found = redis.call('TYPE', key).ok
  return found ~= 'list' and found ~= 'none' and found
end

-- A beat's message, which names its entry and is unfinished no more.
local function free(raw)
  local entry = string.find(raw, '"drumline_concurrency":"', 1, true) and string.match(raw, '"periodic_task_name":"([^"]*)"')
  local id = entry and redis.pcall('GET', runningOf .. entry)
  if type(id) == 'string' and string.find(raw, '"id":"' .. id .. '"', 1, true) then
    redis.call('DEL', runningOf .. entry)
  end
end

-- Whether the message went somewhere. What is not in the form that CLAIM writes was taken by somebody else since.
local function giveBack(tag, list)
  local held = redis.call('HGET', unacked, tag)
  local raw, queue = string.match(held or '', '^%[(.*),"","([^"]*)"%]$')
  if not raw then
    return true, 0
  end
  local found = otherThanList(list)
  if found then
    local dead = deadOf .. queue
    if otherThanList(dead) then
      return false, 0
    end
    local reason = 'its queue is a ' .. found .. ', not a list'
    redis.call('LPUSH', dead, string.format('%d', now) .. ' ' .. list .. ' ' .. reason .. '\n' .. raw)
    free(raw)
  else
    redis.call('RPUSH', list, raw)
  end
  redis.call('ZREM', index, tag)
  redis.call('HDEL', unacked, tag)
  if mode == 'RESTORE' then
    redis.call('HINCRBY', deliveries, tag, 1)
    redis.call('EXPIRE', deliveries, DELIVERIES_KEPT_SECONDS)
  end
  return true, 1
end

-- Last taken first, since what is pushed last is consumed next.
local function newestFirst(places)
  table.sort(places, function(a, b)
    return a.taken > b.taken
  end)
  return places
end

local function held(inflight, tag, list)
  return { inflight = inflight, tag = tag, list = list, taken = tonumber(redis.call('ZSCORE', index, tag) or 0) }
end

local function allOf(inflight)
  if redis.call('TYPE', inflight).ok ~= 'hash' then
    return {}
  end
  local fields, places = redis.call('HGETALL', inflight), {}
  for i = 1, #fields, 2 do
    places[#places + 1] = held(inflight, fields[i], fields[i + 1])
  end
  return places
end

local function someOf(inflight, tags)
  local places = {}
  for _, tag in ipairs(tags) do
    local list = redis.call('HGET', inflight, tag)
    if list then
      places[#places + 1] = held(inflight, tag, list)
    end
  end
  return places
end

local function giveBackAll(places)
  local count = 0
  for _, place in ipairs(newestFirst(places)) do
    if room == 0 then
      break
    end
    local gone, moved = giveBack(place.tag, place.list)
    if gone then
      redis.call('HDEL', place.inflight, place.tag)
    end
    count = count + moved
    room = room - 1
  end
  return count
end

local function forgetIfEmpty(worker)
  if redis.call('EXISTS', inflightOf .. worker) == 0 then
    redis.call('ZREM', workers, worker)
    redis.call('DEL', cardOf .. worker)
  end
end

if mode == 'HAND' then
  return { subject, giveBackAll(someOf(inflightOf .. subject, { unpack(ARGV, 8) })) }
end
if mode == 'LEAVE' then
  redis.call('ZADD', workers, 'XX', 0, subject)
  local count = giveBackAll(allOf(inflightOf .. subject))
  forgetIfEmpty(subject)
  return { subject, count }
end
local answer = {}
for _, worker in ipairs(redis.call('ZRANGEBYSCORE', workers, '-inf', now - subject, 'LIMIT', 0, 16)) do
  redis.call('ZADD', workers, 0, worker)
  answer[#answer + 1] = worker
  answer[#answer + 1] = giveBackAll(allOf(inflightOf .. worker))
  forgetIfEmpty(worker)
end
return answer
