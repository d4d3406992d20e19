import type { PackSource } from './pack.ts';

/** Danish, Norwegian and Swedish; part of the generic pack. */
export const nordic: PackSource = {
  leading: 'f.eks fru jf skt t.ex',
  trailing: 'osv',
  starters:
    'av da de den der det dette du efter en er et för før han hans hon hun hvad hvem i ikke jag jeg med ' +
    'men nu och også om på som så til till vad var vi',
};
