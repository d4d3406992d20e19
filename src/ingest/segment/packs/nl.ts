import type { PackSource } from './pack.ts';

export const nl: PackSource = {
  leading: 'bijv dhr drs ds evt excl fam geb gen incl ing ir kol lt mevr mw resp vgl vnw zgn',
  numbered: 'afb apr aug blz dec feb jan jul jun mrt nov okt sep sept tab',
  ambiguous: 'mld mln str',
  trailing: 'enz',
  starters:
    'aan al alle als bij daar daarna dan dat de deze die dit door dus een er het hier hij hoe hun ik in ' +
    'is je maar men met na naar niemand niet nog nu of om ook op over sinds te ter toch toen tot uit ' +
    'van veel volgens voor want wat we wie wij ze zij zijn zo',
};
