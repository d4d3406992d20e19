import type { PackSource } from './pack.ts';

/** Abbreviations that are met in the news of every language of Latin script. */
export const shared: PackSource = {
  leading: 'dr prof mr mrs ms mt vs cf ca e.g i.e approx',
  numbered: 'no nos nr n° nº pp vol fig art cap tel ext',
  ambiguous: 'st al inc corp co ltd plc llc jr sr bros u.s u.k u.n e.u u.s.a s.a gmbh ed eds',
  trailing: 'etc',
  times: 'a.m p.m',
};
