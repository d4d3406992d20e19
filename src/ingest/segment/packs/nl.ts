import type { PackSource } from './pack.ts';

export const nl: PackSource = {
  leading:
    'aanw bc bijv burg d.w.z dhr drs ds evt excl fam geb gen hr i.v.m incl ing ir kol lt m.b.t m.n mevr ' +
    'mw o.a plv resp t.o.v vgl vnw zgn',
  numbered: 'afb apr aug blz dec feb jan jul jun mrt nov okt sep sept tab',
  ambiguous: 'b.v jl mld mln n.v str v.o.f',
  trailing: 'e.a e.d enz',
  starters:
    'aan al alle alleen als bij binnen boven bovendien daar daarna daarom dan dat de deze die dit door ' +
    'dus een er geen had heeft het hier hij hoe hun ieder ik in is ja je maar men met mijn na naar ' +
    'niemand niet niets nog nu of om omdat ons onze ook op over sinds te tegen ten ter terwijl toch ' +
    'toen tot twee uit van veel volgens voor waar waarom want was wat we wel wie wij ze zij zijn zo ' +
    'zonder',
};
