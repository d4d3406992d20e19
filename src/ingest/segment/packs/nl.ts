import type { PackSource } from './pack.ts';

export const nl: PackSource = {
  leading:
    'aanw bc bijv burg d.w.z dhr drs ds evt excl fam geb gen hr i.v.m incl ing ir kol lt m.b.t m.n mevr ' +
    'mw o.a plv resp t.o.v vgl vnw zgn',
  numbered: 'afb apr aug blz dec feb jan jul jun mrt nov okt sep sept tab',
  ambiguous: 'b.v jl mld mln n.v str v.o.f',
  trailing: 'e.a e.d enz',
  starters:
    'aan achter al alle alleen als andere bij binnen boven bovendien daar daarna daarom dan dat de deze ' +
    'die dit door dus een eerst elke en er geen had heeft het hier hij hoe hun ieder ik in inmiddels is ' +
    'ja je jij kan maar men met mijn misschien moet na naar naast nee niemand niet niets nog nooit nu ' +
    'of om omdat ondanks ons onze ook op over pas sinds sommige te tegen ten ter terwijl toch toen tot ' +
    'tussen twee uit van vandaag veel verder volgens voor waar waarom wanneer want was wat we weer wel ' +
    'welke wie wij worden wordt ze zelfs zij zijn zo zoals zonder',
};
