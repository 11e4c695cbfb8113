-- FIRE: puts due occurrences on their queues and moves the fired-through marks, each partition for itself.
--
-- KEYS  the B partition hashes, revoked (sorted set), then the list keys of the queues concerned, four a queue, first
--       served first
-- ARGV  holder, B, prefix of missed:<p>, prefix of running:<entry>, prefix of a task's result, channel of Celery's
--       remote control,
--       then for each batch:
--         from, to           marks, "<dueMillis> <entryId>"
--         version            of the schedules that the batch was made from
--         not before         the time, in milliseconds, before which the batch is early: the due time of `to`, or, where
--                            occurrences are let go, the time at which that was decided
--         M, then M times    what the beat let go by policy of (from, to]: entryId, reason, how many
--         G, then for each group of messages of one list:
--           where in KEYS the queue's four lists begin, which of the four (0..3), the queue's maxDepth (0: none)
--           N, then N messages; or of Forbid and Replace a single one: forbid | replace, its entryId, its task id, how
--           long (ms) it holds up the entry's next ones, should its end never be known, then the message
-- Returns  Redis' time in microseconds, then for each batch
--         {status, stored mark or false, stored version or false, fired, pushed of group 1, pushed of group 2, ...}
--         status: fired | early | moved (mark is not from) | edited (version differs) | lost (not the holder, or its
--         lease is over) | missing (no such partition) | broken (the key holds something else)
--         pushed: how many of the group's messages; -1: its only one was forbidden
--
-- Guarantees  A batch is applied whole or not at all. No occurrence is queued twice: the mark is compared before it is
-- moved. None is queued before its due time by this Redis' clock, and none is let go before the time by this clock at
-- which the beat thought it too late. Messages that a queue has no room for, or whose list is no list, are not pushed and
-- count as missed; they hold up nothing else. What is missed is counted by entry and reason together with the mark, so
-- that no crash loses or doubles a count.
-- Forbid and Replace: running:<entry> names the occurrence that was queued last until it has ended. It has, when a worker
-- of ours took the key away, when its result says so, or when the hold is over. While it has not, forbid lets the next one
-- go, and replace revokes it: in revoked for workers of ours, by Celery's remote control for the others.
-- Redis has no rollback: everything is checked first, then pushed, and the mark comes last. In between, what could be
-- refused (another type, an ACL) is called so that it stops nothing.

local REVOKED_KEPT_MILLIS, REVOKED_KEPT = 86400000, 50000
local ENDED = {SUCCESS = true, FAILURE = true, REVOKED = true}

-- What kombu/pidbox.py publishes. One without delivery_info, or with a body_encoding that its Kombu does not know (5.2 knows
-- base64 alone), ends every stock worker that hears it.
local REVOKE = [[{"body":"{\"method\":\"revoke\",\"arguments\":{\"task_id\":\"]]
local REVOKE_END = [[\",\"terminate\":true,\"signal\":\"SIGTERM\"},\"destination\":null,\"pattern\":null,\"matcher\":null}",]]
  .. [["content-encoding":"utf-8","content-type":"application/json","headers":{"clock":0,"expires":0},]]
  .. [["properties":{"delivery_mode":2,"delivery_info":{"exchange":"celery.pidbox","routing_key":""},]]
  .. [["priority":0,"delivery_tag":"drumline"}}]]

local time = redis.call('TIME')
local nowMicros = time[1] * 1000000 + time[2]
local nowMillis = math.floor(nowMicros / 1000)
local holder, batches, missedOf, runningOf, resultOf, channel = unpack(ARGV, 1, 6)
batches = tonumber(batches)
local revoked = KEYS[batches + 1]
local at = 7

local function take()
  local value = ARGV[at]
  at = at + 1
  return value
end

local function verdict(partition, batch)
  local stored = redis.pcall('HMGET', partition, 'mark', 'version', 'holder', 'leaseEnd')
  if stored.err then return 'broken' end
  local mark, version = stored[1], stored[2]
  if not mark or not version then return 'missing', mark, version end
  if stored[3] ~= holder or tonumber(stored[4]) <= nowMillis then return 'lost', mark, version end
  if mark ~= batch.from then return 'moved', mark, version end
  if version ~= batch.version then return 'edited', mark, version end
  if batch.notBefore > nowMillis then return 'early', mark, version end
  return 'fired', mark, version
end

-- How many of a group's messages fit: none where the list is no list.
local function room(group)
  local depth = 0
  for list = group.lists, group.lists + 3 do
    if group.maxDepth > 0 or list == group.lists + group.list then
      local length = redis.pcall('LLEN', KEYS[list])
      if type(length) == 'table' then return 0 end
      depth = depth + length
    end
  end
  if group.maxDepth == 0 then return group.count end
  return math.max(0, math.min(group.count, group.maxDepth - depth))
end

-- unpack has a limit
local function push(list, first, count)
  for from = first, first + count - 1, 1000 do
    redis.call('LPUSH', list, unpack(ARGV, from, math.min(from + 999, first + count - 1)))
  end
end

local function countMissed(b, entry, reason, count)
  if entry then redis.pcall('HINCRBY', missedOf .. string.match(KEYS[b], '%d+$'), entry .. ' ' .. reason, count) end
end

-- The beat wrote the message: its first such key is its own, since within strings every quote is escaped.
local function countUnpushed(b, first, last)
  for m = first, last do
    countMissed(b, string.match(ARGV[m], '"periodic_task_name":"([^"]*)"'), 'queue', 1)
  end
end

-- A result begins with its status, whoever wrote it; it may be long, and what else is in it is the task's own.
local function hasEnded(id)
  local head = redis.pcall('GETRANGE', resultOf .. id, 0, 63)
  return type(head) == 'string' and ENDED[string.match(head, '^%s*{%s*"status"%s*:%s*"(%u+)"')]
end

-- The occurrence of the entry that has not ended, if there is one.
local function unfinished(entry)
  local id = redis.pcall('GET', runningOf .. entry)
  return type(id) == 'string' and not hasEnded(id) and id
end

-- Scores rise, so that a worker finds what is new behind the last one that it knows.
local function revoke(id)
  local newest = redis.pcall('ZREVRANGE', revoked, 0, 0, 'WITHSCORES')
  if not newest.err then
    redis.pcall('ZADD', revoked, math.max(nowMillis, (tonumber(newest[2]) or 0) + 1), id)
    redis.pcall('ZREMRANGEBYSCORE', revoked, '-inf', nowMillis - REVOKED_KEPT_MILLIS)
    redis.pcall('ZREMRANGEBYRANK', revoked, 0, -1 - REVOKED_KEPT)
  end
  if string.find(id, '^[%w-]+$') then
    redis.pcall('PUBLISH', channel, REVOKE .. id .. REVOKE_END)
  end
end

local answers = {nowMicros}
for b = 1, batches do
  local batch = {from = take(), to = take(), version = take(), notBefore = tonumber(take())}
  local status, mark, version = verdict(KEYS[b], batch)
  local answer = {status, mark or false, version or false, 0}
  local fired, missed = 0, 0
  for m = 1, tonumber(take()) do
    local entry, reason, count = take(), take(), take()
    if status == 'fired' then
      countMissed(b, entry, reason, count)
      missed = missed + count
    end
  end
  for g = 1, tonumber(take()) do
    local group = {lists = tonumber(take()), list = tonumber(take()), maxDepth = tonumber(take())}
    local policy, entry, id, hold = take()
    group.count = tonumber(policy)
    if not group.count then
      group.count, entry, id, hold = 1, take(), take(), take()
    end
    if status == 'fired' then
      local before = entry and unfinished(entry)
      if before and policy == 'forbid' then
        countMissed(b, entry, 'running', 1)
        missed = missed + 1
        answer[4 + g] = -1
      else
        local pushed = room(group)
        if before and pushed == 1 then revoke(before) end
        push(KEYS[group.lists + group.list], at, pushed)
        if entry and pushed == 1 then redis.call('SET', runningOf .. entry, id, 'PX', hold) end
        answer[4 + g] = pushed
        fired = fired + pushed
        if pushed < group.count then
          missed = missed + group.count - pushed
          countUnpushed(b, at + pushed, at + group.count - 1)
        end
      end
    end
    at = at + group.count
  end
  if status == 'fired' then
    if fired > 0 then redis.call('HINCRBY', KEYS[b], 'fired', fired) end
    if missed > 0 then redis.call('HINCRBY', KEYS[b], 'missed', missed) end
    redis.call('HSET', KEYS[b], 'mark', batch.to)
    answer[4] = fired
  end
  answers[b + 1] = answer
end
return answers
