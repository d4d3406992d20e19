import type { PackSource } from './pack.ts';

/** Danish, Norwegian and Swedish; part of the generic pack. */
export const nordic: PackSource = {
  leading: 'bl.a dvs evt f.eks fru fx hr jf jfr sct skt t.ex',
  numbered: 'kap maj nr okt sid',
  ambiguous: 'e.kr f.kr kl mia mio tlf',
  trailing: 'm.m m.v osv',
  starters:
    'alle av både da de den denne der det dette di du efter eller en er et för før han hans hon hun hur ' +
    'hva hvad hvem hvor hvorfor ikke ingen inte jag jeg man med men mens nu när når också og også om på ' +
    'som så til till under ut vad var ved vem vi vid',
};
