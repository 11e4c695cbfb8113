-- FINISH: a worker is done with messages: their results, what follows from them, and the acks; each message all or
-- nothing.
--
-- KEYS  1 unacked   2 unacked_index   3 inflight:<worker>   4 deliveries
--       then per message: its result key if it has a result, then the keys of its followers
-- ARGV  per message: tag, seconds to keep the result (0: for ever, -1: there is none), the result's JSON if there is
--       one, how many followers, then per follower one of
--         PUSH, element                 keys: list, dead:<queue>   put at the back of a queue
--         DELAY, due (epoch ms), element   key: delayed:<p>        put onto a queue later
--         BURY, list, reason, element   key: dead:<queue>          set aside
--         FREE, task id                 key: running:<entry>       taken away if it holds that id: the next may be queued
-- Returns per message 1 (done) or 0 (superseded: it was no longer this worker's, and nothing of it was written)
-- Guarantees: a follower exists if and only if the message was acked by this very worker, so a chain neither breaks nor
--       doubles. A stored SUCCESS is never overwritten (Celery's own rule). Asking again after a lost answer is harmless:
--       the second time it is superseded. A follower whose queue is not a list becomes a dead letter.
-- A dead letter is the element behind a line "<epoch ms> <list> <reason>".

local unacked, index, inflight, deliveries = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

local lastKey, lastArg = 4, 0
local function key()
  lastKey = lastKey + 1
  return KEYS[lastKey]
end
local function arg()
  lastArg = lastArg + 1
  return ARGV[lastArg]
end

local function other(wanted, name)
  local found = redis.call('TYPE', name).ok
  return found ~= wanted and found ~= 'none' and found
end
local function mustBe(wanted, name)
  local found = other(wanted, name)
  if found then
    error('WRONGTYPE ' .. name .. ' is a ' .. found .. ', not a ' .. wanted, 0)
  end
  return name
end

local readFollower = {
  PUSH = function()
    local f = { element = arg(), list = key(), dead = mustBe('list', key()) }
    local found = other('list', f.list)
    f.reason = found and 'its queue is a ' .. found .. ', not a list'
    return f
  end,
  DELAY = function()
    return { due = arg(), element = arg(), delayed = mustBe('zset', key()) }
  end,
  BURY = function()
    return { list = arg(), reason = arg(), element = arg(), dead = mustBe('list', key()) }
  end,
  FREE = function()
    return { id = arg(), running = key() }
  end,
}

mustBe('hash', unacked)
mustBe('hash', inflight)
mustBe('hash', deliveries)
local finishes = {}
while lastArg < #ARGV do
  local f = { tag = arg(), keep = tonumber(arg()), followers = {} }
  if f.keep >= 0 then
    f.result, f.json = key(), arg()
  end
  for i = 1, tonumber(arg()) do
    f.followers[i] = readFollower[arg()]()
  end
  finishes[#finishes + 1] = f
end

-- The first write must need no memory: after it Redis refuses none of the others, and finishing frees memory.
redis.call('ZREM', index, '')

local time = redis.call('TIME')
local millis = string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000))

local function follow(f)
  if f.running then
    if redis.pcall('GET', f.running) == f.id then
      redis.call('DEL', f.running)
    end
  elseif f.delayed then
    redis.call('ZADD', f.delayed, f.due, f.element)
  elseif f.reason then
    redis.call('LPUSH', f.dead, millis .. ' ' .. f.list .. ' ' .. f.reason .. '\n' .. f.element)
  else
    redis.call('LPUSH', f.list, f.element)
  end
end

local function store(f)
  local stored = redis.pcall('GET', f.result)
  if type(stored) == 'string' and string.find(stored, '^%s*{%s*"status"%s*:%s*"SUCCESS"') then
    return
  end
  if f.keep > 0 then
    redis.call('SETEX', f.result, f.keep, f.json)
  else
    redis.call('SET', f.result, f.json)
  end
  redis.call('PUBLISH', f.result, f.json)
end

-- The acks come last: should a command be refused half way (an ACL), the messages are still held.
local answer, acked, seen = {}, {}, {}
for i, f in ipairs(finishes) do
  local mine = not seen[f.tag]
    and redis.call('HEXISTS', inflight, f.tag) == 1
    and redis.call('HEXISTS', unacked, f.tag) == 1
  answer[i] = mine and 1 or 0
  if mine then
    seen[f.tag] = true
    acked[#acked + 1] = f.tag
    for _, each in ipairs(f.followers) do
      follow(each)
    end
    if f.result then
      store(f)
    end
  end
end
if #acked > 0 then
  redis.call('ZREM', index, unpack(acked))
  redis.call('HDEL', unacked, unpack(acked))
  redis.call('HDEL', deliveries, unpack(acked))
end
for _, f in ipairs(finishes) do
  redis.call('HDEL', inflight, f.tag)
end
return answer
