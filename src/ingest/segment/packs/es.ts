import type { PackSource } from './pack.ts';

export const es: PackSource = {
  leading:
    'aa admón aprox arq av avda cnel d dpto dra dña ee ej excma excmo ff fr gral ing lic p.ej prov sra ' +
    'sres srta sta sto tte ud uds vd',
  numbered:
    'abr ago arts dic dom ene feb jue jul jun lun mar may mié nov núm oct pág págs párr sep sept sáb ' +
    'vie',
  ambiguous: 'a.c cía d.c hnos hrs hs km min s.a s.l seg uu',
  starters:
    'a además ahora al ante aquí así aunque cada como con contra cuando de del desde después donde dos ' +
    'durante el ella ellas ellos en entonces era es esa ese eso esta este esto está fue ha hace hasta ' +
    'hay hoy la las le les lo los luego mi mientras muchos muy nadie ni no nos o otra otro para pero ' +
    'por porque que quien se según si sin sobre solo son su sus también tampoco todo todos tras un una ' +
    'y ya yo él',
};
