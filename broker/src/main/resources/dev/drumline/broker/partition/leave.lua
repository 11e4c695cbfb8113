-- LEAVE: a beat says goodbye, so that the others take its partitions at once.
--
-- KEYS  beats (sorted set), what the beat reports of itself (string), then every partition hash
-- ARGV  holder
-- Returns  {how many partitions were given back}

redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2])
local given = 0
for k = 3, #KEYS do
  if redis.pcall('HGET', KEYS[k], 'holder') == ARGV[1] then
    redis.call('HSET', KEYS[k], 'holder', '', 'leaseEnd', 0)
    given = given + 1
  end
end
return {given}
