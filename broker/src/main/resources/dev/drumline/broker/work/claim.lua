-- CLAIM: a worker takes messages from the first of its lists that has any.
--
-- KEYS  1 unacked   2 unacked_index   3 inflight:<worker>   4 deliveries   5 workers   6 revoked
--       then m lists, the most urgent first, then the dead:<queue> of each of the m
-- ARGV  1 worker   2 how many at most (1..1000)   3 bytes of the longest message to accept
--       4 the score in revoked up to which the worker knows what was revoked
--       then the queue of each of the m lists
-- Returns {status, time, list, set aside, skipped, {task id, score, …}, raw, tag, deliveries, raw, tag, deliveries, …}
--       status     TAKEN | EMPTY | GONE (the worker is not registered or was declared dead: nothing was touched)
--       time       Redis' clock, in milliseconds
--       list       the list that was popped, "" if none
--       set aside  how many elements went to dead:<queue> because no worker could ever read them
--       skipped    keys among the lists and dead letters that hold another type, joined by line feeds
--       {…}        what was revoked since, 1,000 at most; where there is so much, nothing is taken
--       deliveries how often the message was taken before by a worker that then died
-- Guarantees: at no instant is a message only in the answer. Before the script it is in its list, after it in Kombu's
--       unacked with its bytes untouched, so that this worker, a restoring worker or a stock Celery worker finds it. Of
--       what it takes, the worker knows all that was revoked before.
-- Every type is checked before the first write: Redis has no rollback. RPOP as the first write needs no memory, so a
-- full Redis can still be drained.

local unacked, index, inflight, deliveries, workers, revoked = unpack(KEYS, 1, 6)
local worker, most, longest = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local lists = (#KEYS - 6) / 2

local time = redis.call('TIME')
local seconds, micros = tonumber(time[1]), tonumber(time[2])
local millis = string.format('%d', seconds * 1000 + math.floor(micros / 1000))

local heartbeat = redis.call('ZSCORE', workers, worker)
if not heartbeat or tonumber(heartbeat) <= 0 then
  return { 'GONE', tonumber(millis), '', 0, '', {} }
end
local news = redis.pcall('ZRANGEBYSCORE', revoked, '(' .. ARGV[4], '+inf', 'WITHSCORES', 'LIMIT', 0, 1000)
if news.err then
  news = {}
elseif #news == 2000 then
  return { 'EMPTY', tonumber(millis), '', 0, '', news }
end
redis.call('HLEN', unacked)
redis.call('ZCARD', index)
redis.call('HLEN', inflight)
redis.call('HLEN', deliveries)

local skipped = {}
local function length(key)
  local answer = redis.pcall('LLEN', key)
  if type(answer) == 'number' then
    return answer
  end
  if string.sub(answer.err, 1, 9) ~= 'WRONGTYPE' then
    error(answer.err)
  end
  skipped[#skipped + 1] = key
  return nil
end

local list, dead, queue
for i = 1, lists do
  local waiting = length(KEYS[6 + i])
  if waiting and waiting > 0 and length(KEYS[6 + lists + i]) then
    list, dead, queue = KEYS[6 + i], KEYS[6 + lists + i], ARGV[4 + i]
    break
  end
end
if not list then
  return { 'EMPTY', tonumber(millis), '', 0, table.concat(skipped, '\n'), news }
end

local popped = redis.call('RPOP', list, most)

local function whyUnreadable(raw)
  if #raw > longest then
    return 'longer than ' .. longest .. ' bytes'
  end
  if not string.find(raw, '^%s*{') or not string.find(raw, '}%s*$') then
    return 'not a JSON object'
  end
  return nil
end

local taken = {}
local function free(tag)
  return not taken[tag] and redis.call('HEXISTS', unacked, tag) == 0
end

-- A message that a dead worker held keeps its tag, so a made-up tag must follow from the bytes: its deliveries count on.
local function tagOf(raw)
  local _, behind = string.find(raw, '"delivery_tag"', 1, true)
  local tag = behind and string.match(raw, '^%s*:%s*"([%w_.:%-]+)"', behind + 1)
  if tag and free(tag) then
    return tag
  end
  local made = 'drumline-' .. redis.sha1hex(raw)
  local copy = 0
  tag = made
  while not free(tag) do
    copy = copy + 1
    tag = made .. '-' .. copy
  end
  return tag
end

local tags, held, scores, places, raws = {}, {}, {}, {}, {}
local setAside = 0
for i, raw in ipairs(popped) do
  local reason = whyUnreadable(raw)
  if reason then
    setAside = setAside + 1
    redis.call('LPUSH', dead, millis .. ' ' .. list .. ' ' .. reason .. '\n' .. raw)
  else
    local tag = tagOf(raw)
    taken[tag] = true
    tags[#tags + 1], raws[#raws + 1] = tag, raw
    held[#held + 1] = tag
    held[#held + 1] = '[' .. raw .. ',"","' .. queue .. '"]'
    -- One microsecond apart, so that a restore can put them back in their order.
    scores[#scores + 1] = string.format('%d.%06d', seconds + math.floor((micros + i) / 1000000), (micros + i) % 1000000)
    scores[#scores + 1] = tag
    places[#places + 1] = tag
    places[#places + 1] = list
  end
end

local answer = { 'TAKEN', tonumber(millis), list, setAside, table.concat(skipped, '\n'), news }
if #tags > 0 then
  redis.call('HSET', unacked, unpack(held))
  redis.call('ZADD', index, unpack(scores))
  redis.call('HSET', inflight, unpack(places))
  local before = redis.call('HMGET', deliveries, unpack(tags))
  for i, tag in ipairs(tags) do
    answer[#answer + 1] = raws[i]
    answer[#answer + 1] = tag
    answer[#answer + 1] = tonumber(before[i] or 0)
  end
end
return answer
