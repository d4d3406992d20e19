import type { PackSource } from './pack.ts';

export const fr: PackSource = {
  leading: 'adj apr arr av bd boul c.-à-d cdt col dép env gal lt M Me Mgr mlle MM mme mmes p.ex rév ste éd',
  numbered: 'avr chap déc févr ill janv juil nov num oct réf sept',
  ambiguous: 'cie ets hab s.a s.a.r.l sté',
  starters:
    'afin ainsi alors après au aucun aussi autre aux avant avec c car ce cela cependant ces cet cette ' +
    'chaque chez comme d dans de depuis des deux donc du elle elles en enfin ensuite et il ils j je l ' +
    'la le les leur leurs lors lorsque mais malgré mon même n ne ni nos notre nous on or où par pas ' +
    'pendant peu plus plusieurs pour pourquoi pourtant puis quand que quel qui quoi s sa sans se selon ' +
    'ses seul si son sous sur tandis tous tout toute toutefois très tu un une vers voici voilà votre ' +
    'vous y à',
};
