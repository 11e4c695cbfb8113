-- FIRE: puts due occurrences on their queues and moves the fired-through marks, each partition for itself.
--
-- KEYS  the B partition hashes, then the list keys of the queues concerned, four a queue, first served first
-- ARGV  holder, B, then for each batch:
--         from, to           marks, "<dueMillis> <entryId>"
--         to's due time      in milliseconds
--         version            of the schedules that the batch was made from
--         missed             how many occurrences of (from, to] the beat let go by policy
--         G, then for each group of messages of one list:
--           where in KEYS the queue's four lists begin, which of the four (0..3), the queue's maxDepth (0: none)
--           N, then N messages
-- Returns  Redis' time in microseconds, then for each batch
--         {status, stored mark or false, stored version or false, fired, pushed of group 1, pushed of group 2, ...}
--         status: fired | early | moved (mark is not from) | edited (version differs) | lost (not the holder, or its
--         lease is over) | missing (no such partition) | broken (the key holds something else)
--
-- Guarantees  A batch is applied whole or not at all. No occurrence is queued twice: the mark is compared before it is
-- moved. None is queued before its due time by this Redis' clock. Messages that a queue has no room for, or whose list
-- is no list, are not pushed and count as missed; they hold up nothing else.
-- Redis has no rollback: everything is checked first, then pushed, and the mark comes last.

local time = redis.call('TIME')
local nowMicros = time[1] * 1000000 + time[2]
local nowMillis = math.floor(nowMicros / 1000)
local holder, batches = ARGV[1], tonumber(ARGV[2])
local at = 3

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
  if batch.toDue > nowMillis then return 'early', mark, version end
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

local answers = {nowMicros}
for b = 1, batches do
  local batch = {from = take(), to = take(), toDue = tonumber(take()), version = take(), missed = tonumber(take())}
  local groups = tonumber(take())
  local status, mark, version = verdict(KEYS[b], batch)
  local answer = {status, mark or false, version or false, 0}
  local fired, missed = 0, batch.missed
  for g = 1, groups do
    local group = {lists = tonumber(take()), list = tonumber(take()), maxDepth = tonumber(take())}
    group.count = tonumber(take())
    if status == 'fired' then
      local pushed = room(group)
      push(KEYS[group.lists + group.list], at, pushed)
      answer[4 + g] = pushed
      fired = fired + pushed
      missed = missed + group.count - pushed
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
