import type { PackSource } from './pack.ts';

export const es: PackSource = {
  leading:
    'admón aprox arq av avda cra d dra dña ee ej excmo fr gral ing lic p.ej prov sra srta sta sto ud ' +
    'uds vd',
  numbered: 'abr ago arts dic ene feb jul jun mar may nov núm oct pág págs sep sept',
  ambiguous: 'cía hs km min seg uu',
  starters:
    'a al así aunque como con cuando de del desde después durante el ella en entonces era es ese esta ' +
    'este esto fue hay hoy la las lo los luego mientras muchos más no nos otro para pero por que se ' +
    'según si sin su sus también todos tras un una y ya yo él',
};
