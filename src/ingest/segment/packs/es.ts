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
    'a además ahora al algunos ante antes aquel así aunque ayer aún cada como con contra cuando de del ' +
    'desde después dice donde dos durante el ella ellas ellos en entonces entre era es esa ese eso ' +
    'estas este esto estos está fue ha hace hasta hay hoy incluso la las le les lo los luego mi ' +
    'mientras muchos muy más nada nadie ni no nos nosotros nuestro nunca o otra otro otros para pero ' +
    'por porque pues que quien quién se según si sin sobre solo son su sus sí también tampoco tan te ' +
    'todas todo todos tras tú un una uno y ya yo él',
};
