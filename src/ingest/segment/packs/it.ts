import type { PackSource } from './pack.ts';

export const it: PackSource = {
  leading:
    'ad.es avv col dir dott dott.ssa es gen ing on p.es pres prof.ssa sen sig sig.na sig.ra ss v.cte ' +
    'ved',
  numbered: 'ago apr artt dic feb gen giu lug mag mar nov ott pag set',
  ambiguous: 'mil min mld prov sec',
  trailing: 'ecc',
  starters:
    'a ad ai al alla anche c che chi ci come con così da dal della di dopo dove durante e ecco era gli ' +
    'ha hanno i il in infatti io l la le lei lo loro lui ma mentre molti nel nella noi non oggi ogni ' +
    'per però più poi quando quel questa questo se secondo si sono su sul sulla tra tutti un una è',
};
