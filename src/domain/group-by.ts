/** The members by what `keyOf` says of each, in the order in which each key first comes up, and in their own within a group. */
export function groupBy<T, Key>(members: Iterable<T>, keyOf: (member: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}
