/** So many things that are in no file are worth a word. */
export const MANY_UNFILED = 25;

/** What was said in this tab: once is enough. */
const said = new Set<string>();

/** True for who asks first: it is said then, and never again in this tab. */
export function isFirstWordOn(topic: string): boolean {
  if (said.has(topic)) return false;
  said.add(topic);
  return true;
}
