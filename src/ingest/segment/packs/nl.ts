import type { PackSource } from './pack.ts';

export const nl: PackSource = {
  leading:
    'bijv d.w.z dhr drs ds evt excl fam geb gen i.v.m incl ing ir kol lt m.b.t m.n mevr mw o.a resp vgl ' +
    'vnw zgn',
  numbered: 'afb apr aug blz dec feb jan jul jun mrt nov okt sep sept tab',
  ambiguous: 'b.v jl mld mln n.v str v.o.f',
  trailing: 'e.a e.d enz',
  starters:
    'aan al alle als bij daar daarna dan dat de deze die dit door dus een er het hier hij hoe hun ik in ' +
    'is je maar men met na naar niemand niet nog nu of om ook op over sinds te ter toch toen tot uit ' +
    'van veel volgens voor want wat we wie wij ze zij zijn zo',
};
