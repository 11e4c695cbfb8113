-- LOAD: all schedules of one partition, and the mark and version that belong to them.
--
-- KEYS  schedule (hash), partition (hash)
-- Returns  {mark or false, version or false, {id, stored entry, id, stored entry, ...}}

local state = redis.call('HMGET', KEYS[2], 'mark', 'version')
return {state[1], state[2], redis.call('HGETALL', KEYS[1])}
