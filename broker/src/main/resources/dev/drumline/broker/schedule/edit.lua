-- EDIT: one chunk of changes to the schedules of one partition.
--
-- KEYS  schedule (hash), partition (hash), changes (stream), delayed (sorted set), missed (hash)
-- ARGV  partition, how many entries the stream keeps, the reasons for which occurrences are missed (by spaces), a
--       checkpoint (milliseconds, '' where there is none), U,
--       then for each of U entries: id, rule (JSON), task (two lines of JSON), due time of its single occurrence (''
--       unless the rule is a single instant), the delayed message of that occurrence ('' likewise)
--       then the ids to delete
-- Returns  {version, how many entries were changed or deleted}
--
-- Guarantees  The partition's version rises with every change, so that no FIRE made from the old definitions succeeds
-- afterwards. It is the time of the change in microseconds, so that none comes twice: not after Redis lost a few either.
-- An entry is stored as "<after>\n<rule>\n<task>": its occurrences at or before `after` belong to the past.
-- Where the rule stays, that is the mark; a new rule begins now. A single instant that had passed already when it was
-- accepted (by this clock, or by the mark when this clock was set back) is queued at once, as a delayed message. What was
-- missed of a deleted entry is forgotten. Writing the same again changes nothing: after a lost answer, repeat.
-- A partition that did not exist begins with a mark at Redis' time. With a checkpoint, one without a mark is one that
-- Redis has lost: what is written begins at the checkpoint, and begin.lua sets the mark when all of it is back.

local time = redis.call('TIME')
local nowMicros = time[1] * 1000000 + time[2]
local now = math.floor(nowMicros / 1000)
local scheduleKey, partitionKey, changesKey, delayedKey, missedKey = unpack(KEYS)
for k, expected in ipairs({'hash', 'hash', 'stream', 'zset', 'hash'}) do
  local actual = redis.call('TYPE', KEYS[k]).ok
  if actual ~= 'none' and actual ~= expected then
    return redis.error_reply('WRONGTYPE ' .. KEYS[k] .. ' is a ' .. actual .. ', not a ' .. expected)
  end
end

local function due(mark) return tonumber(string.match(mark, '^%d+')) end

local function later(one, other)
  return other and due(other) >= due(one) and other or one
end

local mark = redis.call('HGET', partitionKey, 'mark')
local lost = not mark and ARGV[4] ~= ''
local beginning = lost and ARGV[4] .. ' ' or string.format('%.0f ', now)
local upserts = tonumber(ARGV[5])
local changed, dropped, once = {}, {}, {}

for u = 0, upserts - 1 do
  local id, rule, task, single, message = unpack(ARGV, 6 + u * 5, 10 + u * 5)
  local stored = redis.call('HGET', scheduleKey, id)
  local after, oldRule, oldTask
  if stored then after, oldRule, oldTask = string.match(stored, '^([^\n]*)\n([^\n]*)\n(.*)$') end
  if oldRule ~= rule then
    after = later(beginning, mark)
    if single ~= '' and tonumber(single) <= due(after) and not lost then
      once[#once + 1] = {single, message}
      after = string.format('%.0f ', due(after) + 1)
    end
    changed[#changed + 1] = id
    changed[#changed + 1] = after .. '\n' .. rule .. '\n' .. task
  elseif oldTask ~= task then
    changed[#changed + 1] = id
    changed[#changed + 1] = later(after, mark) .. '\n' .. rule .. '\n' .. task
  end
end
for d = 6 + upserts * 5, #ARGV do
  if redis.call('HEXISTS', scheduleKey, ARGV[d]) == 1 then dropped[#dropped + 1] = ARGV[d] end
end

local count = #changed / 2 + #dropped
local version = redis.call('HGET', partitionKey, 'version')
if count == 0 and (mark or lost) and version then return {tonumber(version), 0} end

if not mark and not lost then redis.call('HSET', partitionKey, 'mark', beginning) end
local before = version or '0'
version = string.format('%.0f', math.max(nowMicros, tonumber(before) + 1))
redis.call('HSET', partitionKey, 'version', version)
local ids = {}
for c = 1, #changed, 2 do
  redis.call('HSET', scheduleKey, changed[c], changed[c + 1])
  ids[#ids + 1] = changed[c]
end
for _, id in ipairs(dropped) do
  redis.call('HDEL', scheduleKey, id)
  for reason in string.gmatch(ARGV[3], '%S+') do
    redis.call('HDEL', missedKey, id .. ' ' .. reason)
  end
  ids[#ids + 1] = id
end
for _, single in ipairs(once) do
  redis.call('ZADD', delayedKey, single[1], single[2])
end
redis.call('XADD', changesKey, 'MAXLEN', '~', ARGV[2], '*', 'partition', ARGV[1], 'before', before, 'version', version,
  'ids', table.concat(ids, '\n'))
return {tonumber(version), count}
