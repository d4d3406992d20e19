import type { PackSource } from './pack.ts';

export const de: PackSource = {
  leading:
    'abg bes bspw bzw d.h dipl dt ehem einschl engl ev evtl exkl fr frl frz geb gen gest ggf habil hl ' +
    'hr i.d.r ing inkl insb jur kath kgl lt max med nat o.ä phil sog staatl u.a u.ä v.a vgl z.b z.t zw ' +
    'zzgl',
  numbered: 'abb abs anm Apr Aug bd Dez Feb Febr Jan Jul Jun kap Mrz Nov Okt rn Sep Sept tab ziff',
  ambiguous: 'a.d abt bhf chr e.v hrsg jh jhd kg min mio mrd pl sek std str tsd univ',
  trailing: 'ff usf usw',
  starters:
    'aber alle als am an auch auf aus bei bis da damit danach dann darum das dass dem den der des ' +
    'deshalb die dies diese dieser doch dort du durch ein eine einem einen einer er es für gegen heute ' +
    'hier ich ihr ihre im in ist jeder jetzt kein keine man mehr mein mit morgen nach nicht nichts noch ' +
    'nun nur ob ohne schon sein seine seit sie sind so später trotz um und uns unser unter viele vom ' +
    'von vor wann warum was weil wenn wer wie wir wo während zu zum zur zwei',
  ordinalNouns:
    'april auflage august bundesliga dezember etage februar geburtstag jahr jahrestag jahrhundert ' +
    'januar juli juni jänner kapitel klasse liga mai mal minute monat märz november oktober platz rang ' +
    'runde september spieltag stock tag weltkrieg woche',
  ordinalLeads:
    'ab am beim bis das dem den der des die ihr ihrem ihren im jeder jedes sein seinem seinen seit vom ' +
    'zum zur',
};
