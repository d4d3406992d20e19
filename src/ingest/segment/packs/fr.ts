import type { PackSource } from './pack.ts';

export const fr: PackSource = {
  leading: 'adj apr arr av bd boul c.-à-d cdt col dép env gal lt M Me Mgr mlle MM mme mmes p.ex rév ste éd',
  numbered: 'avr chap déc févr ill janv juil nov num oct réf sept',
  ambiguous: 'cie ets hab s.a s.a.r.l sté',
  starters:
    'après au aussi aux avec c car ce cela ces cet cette chaque comme d dans de depuis des deux elle ' +
    'elles en et il ils j je l la le les leur leurs lors mais mon n ne ni nos notre nous on or où par ' +
    'pas pour puis quand que qui s sa sans selon ses si son sous sur tous tout toute tu un une vous y à',
};
