-- LEASE: one heartbeat of a beat, and all its leases at once.
--
-- KEYS  beats (sorted set), what the beat reports of itself (string), then every partition hash
-- ARGV  holder, lease in milliseconds, how long a beat counts as live in milliseconds, report (JSON),
--       then for each partition 1 (wanted) or 0
-- Returns  {Redis' time in microseconds, {live beats}, {partition, mark, version, partition, mark, version, ...}}
--          the third lists what this beat holds now; mark and version are false where the partition has none yet
--
-- Guarantees  A wanted partition is taken only where it is free or its lease is over; an unwanted one is given back at
-- once; a lease is renewed when less than half of it is left. Nobody else's lease is touched. Leases save work; it is
-- FIRE's comparison of marks that keeps an occurrence from being queued twice. Where the clock was set back, a heartbeat
-- of the future counts as one of now, and a lease ends no later than one that began now: the dead are found all the same.

local time = redis.call('TIME')
local nowMicros = time[1] * 1000000 + time[2]
local now = math.floor(nowMicros / 1000)
local holder, lease, live, report = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]

redis.call('ZADD', KEYS[1], now, holder)
for _, beat in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')) do
  redis.call('ZADD', KEYS[1], now, beat)
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 10 * live)
redis.call('SET', KEYS[2], report, 'PX', 2 * live)

local held = {}
for p = 0, #KEYS - 3 do
  local key, wanted = KEYS[p + 3], ARGV[p + 5] == '1'
  local stored = redis.pcall('HMGET', key, 'holder', 'leaseEnd', 'mark', 'version')
  if not stored.err then
    local leaseEnd = tonumber(stored[2] or '0')
    if leaseEnd > now + lease then
      leaseEnd = now + lease
      redis.call('HSET', key, 'leaseEnd', leaseEnd)
    end
    local mine, free = stored[1] == holder, not stored[1] or stored[1] == '' or leaseEnd <= now
    if mine and not wanted then
      redis.call('HSET', key, 'holder', '', 'leaseEnd', 0)
    elseif wanted and (mine or free) then
      if not mine then redis.call('HINCRBY', key, 'epoch', 1) end
      if not mine or leaseEnd - now < lease / 2 then
        redis.call('HSET', key, 'holder', holder, 'leaseEnd', now + lease)
      end
      held[#held + 1] = p
      held[#held + 1] = stored[3] or false
      held[#held + 1] = stored[4] or false
    end
  end
end
return {nowMicros, redis.call('ZRANGEBYSCORE', KEYS[1], now - live, '+inf'), held}
