import type { PackSource } from './pack.ts';

export const fr: PackSource = {
  leading:
    'M MM Me Mgr mlle mme mmes ste sts gal cdt cap col lt sgt p.ex c.-à-d av apr env éd coord dép dépt ' +
    'rév sénat adj boul bd arr sen',
  numbered: 'chap coll ill janv févr avr juil sept oct nov déc num réf tabl tél',
  ambiguous: 's.a.s s.a.r.l cie ets sté hab ibid suppl',
  starters:
    'à afin ainsi alors après au aucun aujourd aussi autre aux avant avec beaucoup bien c car ce ceci cela celle celui cependant ces ' +
    'cet cette ceux chaque chez comme comment d dans de depuis des deux dès donc du durant elle elles en encore enfin ensuite ' +
    'entre est et face grâce hier ici il ils j je jusqu l la le les leur leurs lors lorsque ma mais malgré même mes moi mon n ' +
    'ne ni nos notre nous on or où ou par parce parmi pendant peu peut plus plusieurs pour pourquoi pourtant près puis quand ' +
    'que quel quelle quelques qu qui quoi s sa sans se selon ses seul si sinon soit son sont sous sur ta tandis tous tout toute toutefois toutes ' +
    'très trois tu un une vers voici voilà vos votre vous y',
};
