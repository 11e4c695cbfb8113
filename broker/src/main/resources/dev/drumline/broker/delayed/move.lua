-- MOVE: puts delayed messages whose time has come onto their lists.
--
-- KEYS  delayed (sorted set) of each partition concerned
-- ARGV  how many messages to move at most, of each
-- Returns  {how many were moved, how many could not be moved because their list is no list}
--
-- Guarantees  A message is on its list or in the sorted set, never in neither. One whose list key holds something else
-- stays, a minute later, and holds up no other.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local moved, stuck = 0, 0
for _, key in ipairs(KEYS) do
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', key, '-inf', now, 'LIMIT', 0, ARGV[1])) do
    local list, message = string.match(member, '^([^\n]*)\n(.*)$')
    local kind = list and redis.call('TYPE', list).ok
    if kind == 'list' or kind == 'none' then
      redis.call('LPUSH', list, message)
      redis.call('ZREM', key, member)
      moved = moved + 1
    else
      redis.call('ZADD', key, now + 60000, member)
      stuck = stuck + 1
    end
  end
end
return {moved, stuck}
