import type { PackSource } from './pack.ts';

export const it: PackSource = {
  leading:
    'ad.es amm arch avv cfr col d dir don dott dott.ssa dr.ssa egr es fam gen geom ing on p.es pres ' +
    'prof.ssa rag sen sig sig.na sig.ra sigg ss v.cte ved',
  numbered:
    'ago apr artt dic dom feb gen gio giu lug lun mag mar mer nov ott pag pagg par sab set tab tav ven',
  ambiguous: 'a.c d.c f.lli mil min mld prov s.p.a s.r.l sec',
  trailing: 'ecc',
  starters:
    'a ad al alcuni alla allora altri anche c che chi ci ciò come con così d da dal dalla dei del della ' +
    'di dopo dove durante e ecco ed era fino fra già gli ha hanno ho i il in infatti io l la le lei lo ' +
    'loro lui ma mentre mi molti ne nel nella nessuno niente noi non oggi ogni ora per perché però più ' +
    'poi quando questa queste questi questo qui quindi se secondo senza si sono su sua sui sul sulla ' +
    'suo tra tu tutti tutto un una uno è',
};
