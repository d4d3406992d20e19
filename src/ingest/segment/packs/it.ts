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
    'a ad al alcuni alla alle allora altri anche ancora c che chi ci ciò col come con contro cosa così ' +
    'd da dal dalla degli dei del della delle di dopo dove dunque durante e ecco ed era essi fino forse ' +
    'fra già gli ha hanno ho i ieri il in infatti infine invece io l la le lei lo loro lui ma mentre mi ' +
    'mia mio molti ne nei nel nella nessuno niente noi non nostro o oggi ogni oltre ora per perché però ' +
    'più poi prima quale quando quanto quel quella quelli quello questa queste questi questo qui quindi ' +
    'se secondo sei sempre senza si sia solo sono sopra sotto su sua sui sul sulla suo sì tra tu tutti ' +
    'tutto un una uno voi è',
};
