-- REFRESH: a worker says that it lives, and that what it holds is still being worked on.
--
-- KEYS  1 workers   2 worker:<worker>   3 inflight:<worker>   4 unacked_index   5 revoked
-- ARGV  1 worker   2 its JSON for the status   3 seconds to keep the JSON   4 JOIN (a new name) | STAY
--       5 the score in revoked up to which the worker knows what was revoked
-- Returns {ALIVE, {task id, score, …}}: what was revoked since, 1,000 at most;
--       {GONE, {}} if a STAY finds no such worker or one that was declared dead: then nothing was written, and the worker
--       must JOIN under a new name. Its messages may run elsewhere already.
-- Guarantees: a worker that was once declared dead never lives again under that name. Scores are raised only for tags
--       that are still in unacked_index, so neither our restore nor a stock worker's visibility timeout takes a long task.

local workers, card, inflight, index = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local worker, json, keep, intent = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

local heartbeat = redis.call('ZSCORE', workers, worker)
local known = heartbeat and tonumber(heartbeat) > 0
if heartbeat and not known or not heartbeat and intent ~= 'JOIN' then
  return { 'GONE', {} }
end
local tags = redis.call('HKEYS', inflight)
-- The first write must need no memory: after it a full Redis refuses none of the others, and its workers stay alive.
redis.call('ZREM', index, '')

local time = redis.call('TIME')
redis.call('ZADD', workers, string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000)), worker)
redis.call('SETEX', card, keep, json)
local score = time[1] .. '.' .. string.format('%06d', time[2])
for from = 1, #tags, 1000 do
  local scores = {}
  for i = from, math.min(from + 999, #tags) do
    scores[#scores + 1] = score
    scores[#scores + 1] = tags[i]
  end
  redis.call('ZADD', index, 'XX', unpack(scores))
end
local news = redis.pcall('ZRANGEBYSCORE', KEYS[5], '(' .. ARGV[5], '+inf', 'WITHSCORES', 'LIMIT', 0, 1000)
return { 'ALIVE', news.err and {} or news }
