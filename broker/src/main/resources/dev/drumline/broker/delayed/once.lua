-- ONCE: keeps messages for a later time, each of them once, however often it is asked for.
--
-- KEYS  delayed (sorted set), then for each message the key that marks it as known
-- ARGV  how many seconds it stays known,
--       then for each message: its time (epoch ms), "<list>\n<message>"
-- Returns  for each message 1 (kept) or 0 (it was known)
--
-- Guarantees  A message is kept if and only if it is then known: asking again, after a lost answer or a crash, keeps no second
-- one as long as it stays known.

local kind = redis.call('TYPE', KEYS[1]).ok
if kind ~= 'zset' and kind ~= 'none' then
  return redis.error_reply('WRONGTYPE ' .. KEYS[1] .. ' is a ' .. kind .. ', not a zset')
end
local answer = {}
for m = 2, #KEYS do
  if redis.call('EXISTS', KEYS[m]) == 1 then
    answer[m - 1] = 0
  else
    redis.call('ZADD', KEYS[1], ARGV[2 * m - 2], ARGV[2 * m - 1])
    redis.call('SETEX', KEYS[m], ARGV[1], '')
    answer[m - 1] = 1
  end
end
return answer
