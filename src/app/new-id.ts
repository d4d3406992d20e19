/** State of the generator: the last millisecond and how many ids it has seen. */
let lastTime = 0;
let count = 0;

/**
 * A new record id: a version 7 UUID (RFC 9562), whose order is that of creation within a tab. So evidence stands in the
 * order in which it was cited, wherever it was kept meanwhile.
 */
export function newId(): string {
  const now = Date.now();
  count = now > lastTime ? 0 : count + 1;
  // A clock that jumps back, or more than 4096 ids in a millisecond, borrows from the time to come.
  lastTime = Math.max(now, lastTime) + (count > MOST_IN_A_MILLISECOND ? 1 : 0);
  if (count > MOST_IN_A_MILLISECOND) count = 0;

  const time = lastTime.toString(16).padStart(12, '0');
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}${random.slice(18)}`;
}

const MOST_IN_A_MILLISECOND = 0xfff;
