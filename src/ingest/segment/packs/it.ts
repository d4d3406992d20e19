import type { PackSource } from './pack.ts';

export const it: PackSource = {
  leading:
    'sig sigg sig.ra sig.na sig.re sig.ri dott dott.ssa dr.ssa prof.ssa avv ing arch geom rag on sen gen ' +
    'col cap ten mons sac don egr gent.mo gent.ma ill.mo ill.ma spett s.e p.es ad.es es v.cte d ing.re ' +
    'amm dir psicol fam pres ved cfr ss',
  numbered:
    'nn pag pagg artt cpv tab tav sez par feb mar apr mag giu lug ago set ott nov dic lun mer gio ven sab ' +
    'dom',
  ambiguous: 's.p.a s.r.l s.n.c s.a.s f.lli u.e a.c d.c sec min mil mld prov cit ibid',
  trailing: 'ecc',
  starters:
    'a ad adesso ai al alcune alcuni alla alle allora altri anche ancora appena attualmente bisogna c ce che chi ci ciò col come ' +
    'comunque con contro così cosa cui d da dai dal dalla dalle dallo degli dei del della delle dello dentro di dietro dopo dove ' +
    'dunque durante e è ecco ed era erano essa essi fino forse fra già gli ha hanno ho i ieri il in infatti infine intanto io l ' +
    'la le lei li lo loro lui ma mentre mi mia mio molte molti molto ne né negli nei nel nell nella nelle nello nessuno niente ' +
    'noi non nonostante nostra nostro o ogni oggi oltre oppure ora per perché perciò però più poco poi poiché prima proprio qual ' +
    'quale quando quanto quasi quel quella quelle quelli quello questa queste questi questo qui quindi sarà se secondo sei sempre ' +
    'senza si sì sia siamo siccome solo solamente sono sopra sotto sta sua sue sugli sui sul sulla suo suoi tra tre troppo tu ' +
    'tutta tutte tutti tutto un una uno vi voi',
};
