import type { PackSource } from './pack.ts';

/** Abbreviations that are met in the news of every language of Latin script. */
export const shared: PackSource = {
  leading: 'approx ca cf dr e.g i.e mr mrs ms mt prof vs',
  numbered: 'art cap ext fig no nos nr n° nº pp tel vol №',
  ambiguous: 'al bros co corp ed eds gmbh inc jr llc ltd plc sr st',
  trailing: 'etc',
  time: 'a.m p.m',
};
