-- BEGIN: says from where partitions are fired that can't know it: new ones, and those that Redis has lost or that an old
-- dump has brought back.
--
-- KEYS  the partitions (hashes)
-- ARGV  the checkpoint (milliseconds): everything up to it is done; the oldest mark that is left alone (milliseconds)
-- Returns  {how many partitions were given another mark}
--
-- Guarantees  A partition without a mark, or with one older than the oldest, begins at the checkpoint; all others stay. No
-- mark goes back. The version rises, so that a beat loads the partition anew. After a lost answer, repeat.

local time = redis.call('TIME')
local nowMicros = time[1] * 1000000 + time[2]
for _, key in ipairs(KEYS) do
  local actual = redis.call('TYPE', key).ok
  if actual ~= 'none' and actual ~= 'hash' then
    return redis.error_reply('WRONGTYPE ' .. key .. ' is a ' .. actual .. ', not a hash')
  end
end

local begun = 0
for _, key in ipairs(KEYS) do
  local mark, version = unpack(redis.call('HMGET', key, 'mark', 'version'))
  local due = mark and tonumber(string.match(mark, '^%d+'))
  if not due or (due < tonumber(ARGV[2]) and due < tonumber(ARGV[1])) then
    version = string.format('%.0f', math.max(nowMicros, tonumber(version or '0') + 1))
    redis.call('HSET', key, 'mark', ARGV[1] .. ' ', 'version', version)
    begun = begun + 1
  end
end
return {begun}
