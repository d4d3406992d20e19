import type { PackSource } from './pack.ts';

export const de: PackSource = {
  leading:
    'hr hrn fr frl dipl ing med phil jur rer nat habil mag z.b z.t d.h u.a i.d.r i.a v.a o.ä u.ä s.o s.u ' +
    'vgl bzw bspw sog bes insb inkl einschl exkl zzgl ggf evtl lt max zw kath ev geb gest verh städt ' +
    'staatl ehem kgl frz engl dt österr amerik russ ital span lat griech hl gen stellv abg hg übers betr ' +
    'urspr',
  numbered: 'abs kap bd bde nrn ziff rn tab abb anm Jan Feb Febr Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez',
  ambiguous:
    'mio mrd tsd str pl chr jh jhd jhdt std min sek e.v a.d bhf fa abt uni univ kg o.g a.a.o n.chr v.chr ' +
    'hrsg',
  trailing: 'usw usf u.s.w ff',
  starters:
    'aber allerdings alle allein als also am an anders auch auf aus außerdem bei beide bereits bis da dabei dadurch dafür ' +
    'dagegen daher damals damit danach daneben dann daran darauf daraus darin darüber darum das dass davon davor dazu dein ' +
    'dem den denn dennoch der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort du durch ' +
    'ein eine einem einen einer eines einige er erst es etwa etwas euer für ganz gegen gestern gleichzeitig hier hinter ich ' +
    'ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem inzwischen insgesamt ist ja jede jeder jedes jedoch jetzt ' +
    'kann kein keine können laut man manche mehr mein meine mit morgen nach nachdem natürlich neben nein nicht nichts noch nun ' +
    'nur ob obwohl oder ohne schließlich schon sehr seid sein seine seinem seinen seiner seit seitdem selbst sie sind so ' +
    'sogar solche sollte sondern sonst später statt trotz trotzdem über um und uns unser unter viele vielleicht vom von vor ' +
    'wann war waren warum was weder wegen weil weiter weitere welche wenn wer wie wieder wir wird wo während wurde zu zudem zum zur ' +
    'zuvor zwar zwei zwischen',
  ordinalNouns:
    'januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts ' +
    'jahrtausend weltkrieg weltkriegs mal tag tage woche monat jahr jahrestag geburtstag lebensjahr platz rang spieltag ' +
    'spieltags minute runde bundesliga liga etage stock klasse stelle stunde grad absatz kapitel auflage bezirk wahlperiode ' +
    'legislaturperiode senat kammer armee division infanterie',
  ordinalLeads:
    'am der die das dem den des vom zum zur im beim bis ab seit jeder jede jedes jeden dieser diese dieses ihr ihrem ihren ' +
    'sein seinem seinen unser montag dienstag mittwoch donnerstag freitag samstag sonntag',
};
