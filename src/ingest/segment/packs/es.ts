import type { PackSource } from './pack.ts';

export const es: PackSource = {
  leading:
    'sra srta sres sras dra dres lic ing arq abg d dña fr sto sta gral cnel tte cap cmdte mons rvdo excmo ' +
    'excma ilmo ilma ud uds vd vds p.ej ej aprox pdte av avda ee ff rr aa cc admón depto dpto prov vda ' +
    'cra',
  numbered:
    'núm núms nro n.º págs pág párr párrf arts inc lám ene feb mar abr may jun jul ago sep sept oct nov ' +
    'dic lun mié jue vie sáb dom',
  ambiguous: 'uu cía s.l s.a.u s.c hnos a.c d.c min seg hs hrs km bs.as d.f ee.uu r.d c.v',
  starters:
    'a además ahora al algo algunas algunos allí ante antes aquel aquella aquí así aún aunque ayer bajo cada casi como con ' +
    'contra cual cuando cuánto de del desde después dice dijo donde dos durante e el él ella ellas ellos en entonces entre era es ' +
    'esa esas ese eso esos está esta estas este esto estos fue ha hace hacia hasta hay hoy incluso la las le les lo los luego mañana ' +
    'más mediante mi mientras mis mucho muchos muy nada nadie ni no nos nosotros nuestra nuestro nunca o otra otro otros para ' +
    'pero poco por porque pues que qué quien quién sea según ser si sí sido siempre sin sobre solo sólo son su sus tal también ' +
    'tampoco tan tanto te tiene todas todavía todo todos tras tres tu tú un una unas uno unos usted varios y ya yo',
};
